import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Refusal, serve, show, ticket } from '@/test/desk';
import { Toasts } from '@shared/ui/Toasts';
import { toasts } from '@shared/ui/toast';
import { ActionBar } from './ActionBar';
import { useAct } from './api';

function Bar() {
  const [assigning, setAssigning] = useState(false);
  const { move } = useAct();
  return (
    <>
      <ActionBar ticket={ticket} assigning={assigning} onAssigning={setAssigning} onMove={(row, key) => void move(row, key)} onUnread={() => undefined} />
      <Toasts />
    </>
  );
}

afterEach(() => toasts.set([]));

const closed = { ...ticket, state: 'closed', category: 'closed' as const, version: 5, actions: ['reopen'] };

test('closing can be undone for a while', async () => {
  const calls = serve({ 'POST /api/tickets/t1/actions/close': () => closed, 'POST /api/tickets/t1/actions/reopen': () => ({ ...ticket, version: 6 }) });
  show(<Bar />);
  await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
  expect(await screen.findByText('#12: Closed')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(calls.some((call) => call.path.endsWith('/actions/reopen'))).toBe(true));
});

test('what the server refuses is told as not done', async () => {
  serve({ 'POST /api/tickets/t1/actions/close': () => new Refusal(403, { code: 'not-allowed', title: 'You may not close tickets.' }) });
  show(<Bar />);
  await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
  expect(await screen.findByText('#12 is as it was. You may not close tickets.')).toBeVisible();
});

test('a ticket is assigned by a few letters of a name', async () => {
  const calls = serve({ 'POST /api/tickets/t1/actions/assign': () => ({ ...ticket, assignee: 'col', version: 5 }) });
  show(<Bar />);
  await userEvent.click(screen.getByRole('button', { name: 'Assign' }));
  await screen.findByRole('option', { name: 'Col League' });
  await userEvent.type(screen.getByRole('combobox', { name: 'Assign' }), 'leag{Enter}');
  await waitFor(() => expect(calls.find((call) => call.path.endsWith('/actions/assign'))?.body).toEqual({ assignee: 'col' }));
});
