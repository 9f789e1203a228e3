import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { me, serve, show, ticket } from '@/test/desk';
import { undoLatest } from '@shared/ui/toast';
import BulkBar from './BulkBar';
import { useBegun } from './begun';
import JobLine from './JobLine';
import { useSelection } from './selection';

const rows = [ticket, { ...ticket, id: 't2', number: 13 }];
const job = (part: object) => ({ id: 'j1', kind: 'bulk', state: 'running', at: ticket.createdAt, total: 2, done: 0, results: [], canUndo: false, fits: null, ...part });
const done = (id: string, number: number) => ({ id, number, code: 'done', sentence: null });

function Desk() {
  const selection = useSelection('open', rows);
  const begun = useBegun();
  const [began, setBegan] = useState(false);
  if (!began) {
    setBegan(true);
    selection.all();
  }
  return (
    <>
      {begun && <JobLine key={begun.id} begun={begun} hrefOf={(id) => `/tickets/${id}`} />}
      {selection.choosing && <BulkBar Ask={() => null} selection={selection} loaded={2} more />}
    </>
  );
}

test('a key acts on all that are chosen, progress is shown, each ticket has its result, and z takes it back', async () => {
  let now = job({});
  const calls = serve({ 'POST /api/bulk': () => now, 'GET /api/jobs/j1': () => now, 'POST /api/jobs/j1/undo': () => job({ id: 'j2', kind: 'undo', state: 'done', done: 1, results: [done('t1', 12)] }), 'GET /api/jobs/j2': () => job({ id: 'j2', kind: 'undo', state: 'done', done: 1, results: [done('t1', 12)] }) });
  show(<Desk />);
  expect(await screen.findByText(/^2 selected/)).toHaveTextContent('2 selected · there are more in this list');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Close' })).toBeVisible());
  await userEvent.keyboard('e');
  expect(await screen.findByText('· 0 of 2')).toBeVisible();
  expect(calls.find(({ path }) => path === '/api/bulk')?.body).toEqual({ tickets: ['t1', 't2'], action: 'close', request: { fields: {} } });
  expect(screen.queryByRole('region', { name: 'Work on the selection' })).toBeNull();

  now = job({ state: 'done', done: 2, canUndo: true, results: [done('t1', 12), { id: 't2', number: 0, code: 'no-such-ticket', sentence: 'Gone.' }] });
  await userEvent.click(await screen.findByRole('button', { name: 'Results' }, { timeout: 5_000 }));
  const results = within(await screen.findByRole('list', { name: 'Results' }));
  expect(results.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['– This ticket is gone.', '#12 Done'].map((text) => expect.stringContaining(text.slice(2).trim()) as string));
  expect(undoLatest()).toBe(true);
  expect(await screen.findByText('Undo: Close')).toBeVisible();
});

test('a job outlives a reload, and is stopped', async () => {
  const calls = serve({ 'GET /api/jobs/j1': () => job({ done: 1, results: [done('t1', 12)] }), 'POST /api/jobs/j1/stop': () => job({ state: 'stopped', done: 1, results: [done('t1', 12)], canUndo: true }) });
  localStorage.setItem('bulk:me', JSON.stringify({ id: 'j1', said: 'Close' }));
  show(<JobLine begun={{ id: 'j1', said: 'Close' }} hrefOf={(id) => id} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
  expect(await screen.findByText(/Stopped; what was done stays done/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(calls.some(({ path }) => path === '/api/jobs/j1/stop')).toBe(true);
});

test('of many tickets only what the agent’s role may do is offered', async () => {
  serve({ 'GET /api/roles': () => ({ items: [{ id: 'labels', name: 'Labels', states: [], grants: [{ action: 'reopen' }] }] }) });
  show(<Desk />, { ...me, role: 'labels' });
  await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
  expect(screen.getByRole('menuitem', { name: 'Mark as read' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
});
