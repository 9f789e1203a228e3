import { nameOf } from './press';

const key = (key: string, code: string, more: Partial<KeyboardEvent> = {}) => nameOf({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, ...more });

test('a key is named by its letter on a Latin layout', () => {
  expect(key('z', 'KeyY')).toBe('z');
});

test('a key on a Cyrillic or Korean layout is named by its place', () => {
  expect(key('о', 'KeyJ')).toBe('j');
  expect(key('ㅓ', 'KeyJ')).toBe('j');
});

test('modifiers are part of the name, capitals are not', () => {
  expect(key('K', 'KeyK', { ctrlKey: true })).toBe('mod+k');
  expect(key('K', 'KeyK', { metaKey: true })).toBe('mod+k');
  expect(key('U', 'KeyU', { shiftKey: true })).toBe('Shift+u');
  expect(key('?', 'Slash', { shiftKey: true })).toBe('?');
});
