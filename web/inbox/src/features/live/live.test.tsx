import { act, screen, waitFor } from '@testing-library/react';
import { useTicket } from '@/features/tickets/api';
import { Refusal, serve, show, ticket } from '@/test/desk';
import type { Hint } from '@shared/api/schema';
import { beat, grace, useLive } from './api';
import { connect, type Hears } from './connect';
import { LiveBadge } from './LiveBadge';

vi.mock('./connect');

interface Line {
  push: (hint: Hint) => void;
  ended: boolean;
}

/** A desk that can lose its pushes and its line; what it knows is its own. */
function desk() {
  const lines: Line[] = [];
  const state = { version: 1, subject: 'First', seq: 1, down: false, changed: [] as Hint[] };
  vi.mocked(connect).mockImplementation((hears: Hears) => {
    let closed: () => void = () => undefined;
    const line: Line = { push: hears.changed as unknown as Line['push'], ended: false };
    lines.push(line);
    const stop = () => {
      line.ended = true;
      closed();
      return Promise.resolve();
    };
    return Promise.resolve({ onclose: (hear: () => void) => (closed = hear), stop } as never);
  });
  serve({
    'GET /api/tickets/t1': () => ({ ...ticket, subject: state.subject, version: state.version }),
    'GET /api/changes': () => {
      if (state.down) return new TypeError('no line');
      const items = state.changed;
      state.changed = [];
      return { items, next: String(++state.seq), elsewhere: false, everything: false };
    },
  });
  const change = (subject: string) => {
    Object.assign(state, { subject, version: state.version + 1 });
    state.changed = [{ ticketId: 't1', version: state.version }];
  };
  return { state, lines, change };
}

function Screen() {
  useLive();
  return (
    <>
      <LiveBadge />
      <p>{useTicket('t1').data?.subject}</p>
    </>
  );
}

const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

test('a push that was lost is found by asking, the screen ends true, and the badge shows until pushes come again', async () => {
  const { lines, change } = desk();
  show(<Screen />);
  await screen.findByText('First');
  await waitFor(() => expect(lines).toHaveLength(1));
  await wait(beat);
  change('Second');
  await wait(beat);
  expect(await screen.findByText('Second')).toBeVisible();
  await wait(grace);
  expect(screen.getByRole('status')).toHaveTextContent('Not live');
  expect(lines[0]?.ended).toBe(true);
  await wait(beat * 2);
  expect(lines).toHaveLength(2);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('pushes that come twice and out of order leave the newest on screen, and the line alone', async () => {
  const { lines, change, state } = desk();
  show(<Screen />);
  await screen.findByText('First');
  await waitFor(() => expect(lines).toHaveLength(1));
  change('Second');
  change('Third');
  const late = { ticketId: 't1', version: state.version - 1 };
  const last = { ticketId: 't1', version: state.version };
  act(() => [last, late, last].forEach((hint) => lines[0]?.push(hint)));
  expect(await screen.findByText('Third')).toBeVisible();
  await wait(beat + grace);
  expect(lines).toHaveLength(1);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('an answer older than the push that called for it is asked for again', async () => {
  const { lines, state } = desk();
  show(<Screen />);
  await screen.findByText('First');
  await waitFor(() => expect(lines).toHaveLength(1));
  act(() => lines[0]?.push({ ticketId: 't1', version: 2 }));
  await wait(200);
  Object.assign(state, { version: 2, subject: 'Second' });
  await wait(1000);
  expect(await screen.findByText('Second')).toBeVisible();
});

test('a desk that cannot be asked is said to be not live, and is live again by itself', async () => {
  const { state, lines } = desk();
  show(<Screen />);
  await screen.findByText('First');
  await waitFor(() => expect(lines).toHaveLength(1));
  state.down = true;
  await wait(beat);
  expect(screen.getByRole('status')).toHaveTextContent('Not live');
  state.down = false;
  await wait(beat);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('a browser that loses its network says so at once', async () => {
  const { lines } = desk();
  show(<Screen />);
  await waitFor(() => expect(lines).toHaveLength(1));
  await wait(100);
  act(() => void dispatchEvent(new Event('offline')));
  expect(screen.getByRole('status')).toHaveTextContent('Not live');
  act(() => void dispatchEvent(new Event('online')));
  await waitFor(() => expect(screen.getByRole('status')).toBeEmptyDOMElement());
});

test('where there are no pushes at all, changes come by asking', async () => {
  const { change } = desk();
  vi.mocked(connect).mockRejectedValue(new Refusal(503));
  show(<Screen />);
  await screen.findByText('First');
  await wait(beat);
  change('Second');
  await wait(beat);
  expect(await screen.findByText('Second')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('Not live');
});
