import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import type { DeskState } from '@shared/api/schema';
import HealthScreen from './HealthScreen';

const at = '2025-06-02T10:20:00Z';
const before = (hours: number) => new Date(Date.parse(at) - hours * 3_600_000).toISOString();

const channel = (id: string, name: string, lastMessageAt: string | null): DeskState['channels'][number] => ({ id, name, lastMessageAt, quiet: false, connections: [] });

const now: DeskState = {
  at,
  queues: [
    { name: 'inbound', waiting: 3 },
    { name: 'outbound', waiting: 0 },
  ],
  problems: 0,
  outbox: 0,
  oldestDueAt: null,
  channels: [channel('c1', 'help@shop.test', before(1))],
};

const open = (state: Partial<DeskState> = {}, hours: object[] = [], problems: object[] = []) => {
  const calls = serve({ 'GET /api/health/desk': () => ({ now: { ...now, ...state }, hours }), 'GET /api/poison': () => ({ items: problems, next: null }), 'POST /api/poison/p1/retry': () => undefined });
  show(<HealthScreen />);
  return calls;
};
const tile = async (label: string) => {
  await screen.findByText('Coming in');
  const found = screen.getAllByRole('term').find((name) => name.textContent === label)?.parentElement;
  if (!found) throw new Error(`No tile named ${label}.`);
  return within(found);
};

test('a desk that is well says so', async () => {
  open();
  expect(await screen.findByText('Everything is moving.')).toBeVisible();
  expect((await tile('Coming in')).getByText('3')).toBeVisible();
  expect(await screen.findByText('Everything that came in has been processed.')).toBeVisible();
  expect(screen.queryByText(/Silent for long/)).toBeNull();
});

test('an answer overdue for minutes wants a look, one just due does not', async () => {
  open({ outbox: 2, oldestDueAt: before(1) });
  expect(await screen.findByText(/Something wants a look/)).toBeVisible();
  expect((await tile('Overdue answers')).getByText(/mail server/)).toBeVisible();
});

test('an answer that has only just become due is on its way', async () => {
  open({ outbox: 1, oldestDueAt: before(0.01) });
  expect(await screen.findByText('Everything is moving.')).toBeVisible();
  expect((await tile('Overdue answers')).queryByText(/mail server/)).toBeNull();
});

test('a channel silent for days comes with advice, one never heard with another', async () => {
  open({ channels: [{ ...channel('c1', 'long@shop.test', before(73)), quiet: true }, channel('c2', 'new@shop.test', null), channel('c3', 'busy@shop.test', before(71))] });
  const of = async (name: string) => within((await screen.findByText(name)).closest('li') ?? document.body);
  expect((await of('long@shop.test')).getByText(/Silent for long/)).toBeVisible();
  expect((await of('new@shop.test')).getByText(/Try it/)).toBeVisible();
  expect((await of('new@shop.test')).queryByText(/Silent for long/)).toBeNull();
  expect((await of('busy@shop.test')).queryByText(/Silent for long/)).toBeNull();
});

test('a connection that does not work wants a look and says why', async () => {
  const fault = { code: 'sign-in-refused', text: 'The server refuses the password.', since: before(2) };
  open({ channels: [{ ...channel('c1', 'help@shop.test', before(1)), connections: [{ way: 'imap', succeededAt: before(3), fault, nextAt: null, expiresAt: null }] }] });
  expect(await screen.findByText(/Something wants a look/)).toBeVisible();
  expect(screen.getByText(/enter the password or secret again/)).toBeVisible();
  expect(screen.getByText('The server refuses the password.')).toBeVisible();
});

test('the day is a table for readers, an hour without a measurement told apart from a quiet one', async () => {
  open({}, [{ at: '2025-06-02T10:00:00Z', values: { waiting: 7, problems: 0, outbox: 1 } }]);
  const rows = within(await screen.findByRole('table', { name: 'The last 24 hours' })).getAllByRole('row');
  expect(rows).toHaveLength(25);
  expect(within(rows[24] ?? document.body).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['7', '1', '0']);
  expect(within(rows[23] ?? document.body).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['not measured', 'not measured', 'not measured']);
});

test('a queue is counted to its end', async () => {
  open({ queues: [{ name: 'inbound', waiting: 1284 }] });
  expect((await tile('Coming in')).getByText('1,284')).toBeVisible();
});

test('problems are counted, listed and tried again', async () => {
  const calls = open({ problems: 1000 }, [], [{ id: 'p1', queue: 'inbound', reason: 'It could not be read.', attempts: 5, firstAt: at, at, preview: null }]);
  expect((await tile('Problems')).getByText('1,000+')).toBeVisible();
  expect(await screen.findByText('It could not be read.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Process again' }));
  await waitFor(() => expect(calls.some(({ method, path }) => method === 'POST' && path === '/api/poison/p1/retry')).toBe(true));
});

test('numbers that cannot be loaded are told, and asked for again', async () => {
  let broken = true;
  serve({ 'GET /api/health/desk': () => (broken ? new Refusal(403, { title: 'Only admins.' }) : { now, hours: [] }), 'GET /api/poison': () => ({ items: [], next: null }) });
  show(<HealthScreen />);
  expect(await screen.findByRole('alert')).toHaveTextContent('Only admins.');
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Everything is moving.')).toBeVisible();
});

test('the page looks again by itself', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let waiting = 1;
  serve({ 'GET /api/health/desk': () => ({ now: { ...now, queues: [{ name: 'inbound', waiting: waiting++ }] }, hours: [] }), 'GET /api/poison': () => ({ items: [], next: null }) });
  show(<HealthScreen />);
  await screen.findByText('1');
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(await screen.findByText('2')).toBeVisible();
  vi.useRealTimers();
});
