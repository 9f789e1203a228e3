import { me, Refusal, serve } from '@/test/desk';
import { directory, emptyDirectory, library, way } from '@/test/entra';

vi.mock('@azure/msal-browser', () => library);

beforeEach(() => {
  vi.resetModules();
  emptyDirectory();
  location.hash = '#code=abc&state=def';
});
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

const arrive = async (answers: Parameters<typeof serve>[0] = {}) => {
  const calls = serve({ 'GET /api/auth/ways': () => ({ passwords: false, entra: way }), 'GET /api/me': () => ({ agent: me }), ...answers });
  const { renderHook } = await import('@testing-library/react');
  const { takeArrival, useArrival } = await import('./arrival');
  const { session } = await import('@shared/api/session');
  const before = session.get();
  await takeArrival();
  const { result } = renderHook(useArrival);
  return { calls, before, session: session.get(), arrival: result.current };
};

const answered = (state: string | undefined) => Object.assign(directory, { answer: { accessToken: 't1', expiresOn: new Date(directory.until), account: { username: 'mia@shop.test' }, state } });

test('whoever comes back from Microsoft is signed in, at the address they wanted', async () => {
  answered('/inbox/open/t1?sort=oldest');
  const { calls, session, arrival } = await arrive();
  expect(arrival).toEqual({ at: 'none' });
  expect(session).toMatchObject({ agent: me, token: 't1', entra: way, ended: false });
  expect(location.pathname + location.search + location.hash).toBe('/inbox/open/t1?sort=oldest');
  expect(calls.at(-1)?.headers.get('Authorization')).toBe('Bearer t1');
});

test('an account without a role is named and forgotten, not sent round again', async () => {
  localStorage.setItem('session', JSON.stringify({ agent: me, entra: way }));
  answered('/');
  const { session, arrival } = await arrive({ 'GET /api/me': () => new Refusal(401, { code: 'signed-out' }) });
  expect(arrival).toEqual({ at: 'stranger', account: 'mia@shop.test' });
  expect(session).toBeNull();
  expect(directory.cleared).toBeGreaterThan(0);
  expect(directory.leaves).toEqual([]);
});

test('a refusal by Microsoft tells its number, and none of the words that came in the address', async () => {
  directory.answer = new Error('access_denied: AADSTS65004: Call this number now.');
  expect((await arrive()).arrival).toEqual({ at: 'failed', code: 'AADSTS65004' });
});

test('an answer nobody here asked for changes nothing', async () => {
  localStorage.setItem('session', JSON.stringify({ agent: me, token: 'own' }));
  const { before, session, arrival } = await arrive();
  expect(arrival).toEqual({ at: 'none' });
  expect(session).toEqual(before);
});

test('a page opened without an answer asks nobody', async () => {
  location.hash = '';
  expect((await arrive()).calls).toEqual([]);
});
