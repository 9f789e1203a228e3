import { apiUrl, findApi } from './place';

const own = `${location.origin}/api/health`;
const serve = (body: string, type = 'application/json', status = 200) =>
  vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(new Response(body, { status, headers: { 'Content-Type': type } }))));

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

const found = async () => {
  const place = await import('./place');
  await place.findApi();
  return place.apiUrl('/api/health');
};

test('the API is where the config says, and asking takes one request', async () => {
  serve('{"api":"https://func.example.test/","other":1}');
  expect(await found()).toBe('https://func.example.test/api/health');
  expect(fetch).toHaveBeenCalledTimes(1);
});

test.each([
  ['there is no config', '', 'text/plain', 404],
  ['the page of the inbox answers in its place', '<!doctype html>', 'text/html', 200],
  ['the config says nothing of it', '{}', 'application/json', 200],
])('the API is at the own origin when %s', async (_, body, type, status) => {
  serve(body, type, status);
  expect(await found()).toBe(own);
});

test.each([
  ['an address that is none', '{"api":"func.example.test"}', 200, /https:\/\/desk\.example\.com/],
  ['a scheme that serves no API', '{"api":"javascript:alert(1)"}', 200, /https:\/\/desk\.example\.com/],
  ['a config that could not be read', '', 503, /Reload/],
])('%s stops the start with a sentence', async (_, body, status, sentence) => {
  serve(body, 'application/json', status);
  await expect(findApi()).rejects.toThrow(sentence);
});

test('an address that is whole already stays', () => {
  expect(apiUrl('https://live.example.test/client/?hub=desk')).toBe('https://live.example.test/client/?hub=desk');
});
