import { api, reachable } from './client';
import { Problem, Unreachable } from './problem';
import type { Agent } from './schema';
import { session } from './session';

const agent: Agent = { id: 'a', name: 'A', email: 'a@shop.test', role: 'agent', language: 'en', departments: [], active: true, joined: true, capacity: null, shift: null, picture: null };
const answer = (status: number, body: unknown) => Promise.resolve(new Response(JSON.stringify(body), { status }));

beforeEach(() => session.begin({ token: 'first', agent }));
afterEach(() => {
  vi.unstubAllGlobals();
  session.end();
});

test('a refusal carries its code and sentence', async () => {
  vi.stubGlobal('fetch', () => answer(422, { code: 'field-missing', title: 'Say what to send.', errors: { text: 'Empty.' } }));
  const error: unknown = await api.post('/api/x').catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(Problem);
  expect(error).toMatchObject({ status: 422, code: 'field-missing', message: 'Say what to send.', errors: { text: 'Empty.' } });
});

test('a request whose session has ended goes on after a new sign-in', async () => {
  const tokens: (string | null)[] = [];
  vi.stubGlobal('fetch', (_: string, { headers }: RequestInit) => {
    tokens.push(new Headers(headers).get('Authorization'));
    return tokens.length === 1 ? answer(401, { code: 'signed-out' }) : answer(200, { done: true });
  });
  const asked = api.post('/api/x', { text: 'kept' });
  await vi.waitFor(() => expect(session.get()?.ended).toBe(true));
  session.begin({ token: 'second', agent });
  expect(await asked).toEqual({ done: true });
  expect(tokens).toEqual(['Bearer first', 'Bearer second']);
});

test('no answer is told apart from a refusal, until there is one again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  await expect(api.get('/api/x')).rejects.toBeInstanceOf(Unreachable);
  expect(reachable.get()).toBe(false);
  vi.stubGlobal('fetch', () => answer(200, {}));
  await api.get('/api/x');
  expect(reachable.get()).toBe(true);
});
