import { kindOf } from './kind-of';

test.each([
  ['image/png', 'a.png', 'image'],
  ['image/svg+xml', 'a.svg', null],
  ['application/pdf', 'a.pdf', 'pdf'],
  ['application/octet-stream', 'invoice.PDF', 'pdf'],
  ['text/csv; charset=utf-8', 'list.csv', 'text'],
  ['text/html', 'page.html', null],
  ['application/octet-stream', 'page.html', null],
  ['audio/mpeg', 'voice.mp3', 'audio'],
  ['video/mp4', 'clip.mp4', 'video'],
  ['application/x-msdownload', 'a.exe', null],
])('%s named %s is shown as %s', (contentType, name, kind) => {
  expect(kindOf({ contentType, name, size: 1000 })).toBe(kind);
});

test('what is too large to be fetched for a look is only downloaded', () => {
  expect(kindOf({ contentType: 'application/pdf', name: 'a.pdf', size: 50_000_000 })).toBeNull();
});
