import { me } from '@/test/desk';
import { directory, emptyDirectory, library, way } from '@/test/entra';
import type * as Bearer from '@shared/api/bearer';
import type * as Client from '@shared/api/client';
import type * as Sessions from '@shared/api/session';
import type * as SessionApi from './api';

vi.mock('@azure/msal-browser', () => library);

let api: (typeof Client)['api'];
let session: (typeof Sessions)['session'];
let bearer: (typeof Bearer)['bearer'];
let signOut: (typeof SessionApi)['signOut'];

/** What the API says to each token; anything else it takes. */
const refused = new Set<string>();
const asked: (string | null)[] = [];

beforeEach(async () => {
  vi.resetModules();
  emptyDirectory();
  sessionStorage.clear();
  refused.clear();
  asked.length = 0;
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    const token = new Headers(init.headers).get('Authorization')?.replace('Bearer ', '') ?? null;
    asked.push(token);
    return Promise.resolve(refused.has(token ?? '') ? new Response('{"code":"signed-out"}', { status: 401 }) : new Response('{"done":true}'));
  });
  localStorage.setItem('session', JSON.stringify({ agent: me, entra: way }));
  ({ api } = await import('@shared/api/client'));
  ({ session } = await import('@shared/api/session'));
  ({ bearer } = await import('@shared/api/bearer'));
  ({ signOut } = await import('./api'));
});
afterEach(() => {
  session.end();
  vi.unstubAllGlobals();
});

const known = (...tokens: string[]) => Object.assign(directory, { account: { username: me.email }, tokens });

test('requests carry the token of Entra ID, asked for once while it serves', async () => {
  known('t1', 't2');
  await Promise.all([api.get('/api/x'), api.get('/api/y')]);
  await api.get('/api/z');
  expect(asked).toEqual(['t1', 't1', 't1']);
});

test('a token that is about to run out is replaced before it does', async () => {
  known('t1', 't2');
  directory.until = Date.now() + 60_000;
  expect(await bearer()).toBe('t1');
  directory.until = Date.now() + 3_600_000;
  expect(await bearer()).toBe('t2');
  expect(await bearer()).toBe('t2');
});

test('a token never lies in storage that outlives the tab', async () => {
  known('secret');
  await bearer();
  session.update({ ...me, name: 'New Name' });
  expect(localStorage.getItem('session')).toContain('New Name');
  expect(localStorage.getItem('session')).not.toContain('secret');
});

test('a refused token is renewed once, for all who were refused', async () => {
  known('t1', 't2');
  refused.add('t1');
  expect(await Promise.all([api.get('/api/x'), api.get('/api/y')])).toEqual([{ done: true }, { done: true }]);
  expect(asked.filter((token) => token === 't2')).toHaveLength(2);
  expect(directory.silent.map((request) => request.cacheLookupPolicy)).toEqual([library.CacheLookupPolicy.AccessTokenAndRefreshToken, library.CacheLookupPolicy.RefreshToken]);
});

test('a new token that is refused too asks to sign in again, and what waits goes on afterwards', async () => {
  known('t1', 't2', 't3');
  refused.add('t1').add('t2');
  const waiting = api.post('/api/x', { text: 'kept' });
  await vi.waitFor(() => expect(session.get()?.ended).toBe(true));
  expect(asked).toEqual(['t1', 't2']);
  session.begin({ token: 'by-password', agent: me });
  expect(await waiting).toEqual({ done: true });
  expect(asked).toEqual(['t1', 't2', 'by-password']);
});

test('a tab in use whose tokens cannot be renewed stays, and asks', async () => {
  known();
  void api.get('/api/x');
  await vi.waitFor(() => expect(session.get()?.ended).toBe(true));
  expect(directory.leaves).toEqual([]);
});

test('a tab new to it goes to Microsoft by itself with the same account, but only once', async () => {
  void api.get('/api/x');
  await vi.waitFor(() => expect(session.get()?.ended).toBe(true));
  expect(directory.leaves).toEqual([{ scopes: [way.scope], state: '/', loginHint: me.email }]);
  session.update(me);
  localStorage.setItem('session', JSON.stringify({ agent: me, entra: way }));
  dispatchEvent(new StorageEvent('storage', { key: 'session' }));
  void api.get('/api/y');
  await vi.waitFor(() => expect(session.get()?.ended).toBe(true));
  expect(directory.leaves).toHaveLength(1);
});

test('Microsoft out of reach is told as such, and ends no session', async () => {
  known('offline', 't1');
  await expect(api.get('/api/x')).rejects.toMatchObject({ name: 'Unreachable' });
  expect(session.get()?.ended).toBe(false);
  expect(await api.get('/api/x')).toEqual({ done: true });
});

test('signing out ends the session at the API and leaves nothing of Microsoft here', async () => {
  known('t1');
  await bearer();
  await signOut();
  expect(asked).toEqual(['t1']);
  expect(session.get()).toBeNull();
  await vi.waitFor(() => expect(directory.cleared).toBe(1));
});
