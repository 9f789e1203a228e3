import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Refusal, serve, show, ticket, workflow } from '@/test/desk';
import { offered } from '@/features/palette/api';
import { Toasts } from '@shared/ui/Toasts';
import { toasts } from '@shared/ui/toast';
import { ActionBar } from './ActionBar';
import { useAct } from './api';

function Bar() {
  const [assigning, setAssigning] = useState(false);
  const { move } = useAct();
  return (
    <>
      <ActionBar ticket={ticket} assigning={assigning} onAssigning={setAssigning} onMove={(row, key) => void move(row, key)} onUnread={() => undefined} onPrint={() => undefined} />
      <Toasts />
    </>
  );
}

const Asking = () => <ActionBar ticket={{ ...ticket, actions: ['refund'] }} assigning={false} onAssigning={() => undefined} onMove={() => undefined} onUnread={() => undefined} onPrint={() => undefined} />;

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

const refund = {
  ...workflow.actions[0],
  key: 'refund',
  names: { en: 'Refund' },
  to: null,
  fields: [
    { key: 'amount', names: { en: 'Amount' }, type: 'number', required: true, choices: [] },
    { key: 'why', names: { en: 'Reason' }, type: 'text', required: false, choices: [] },
  ],
};

test('what an action asks stays filled in when the server refuses it, with the reason beside its field', async () => {
  let refused = 0;
  const calls = serve({
    'GET /api/workflow': () => ({ ...workflow, actions: [refund] }),
    'POST /api/tickets/t1/actions/refund': () => (refused++ === 0 ? new Refusal(422, { code: 'invalid', title: 'Look again.', errors: { amount: 'That is more than was paid.' } }) : { ...ticket, version: 5 }),
  });
  show(<Asking />);
  await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Refund' }));
  const dialog = await screen.findByRole('dialog', { name: 'Refund' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Refund' }));
  const amount = await screen.findByRole('spinbutton', { name: /Amount/ });
  expect(amount).toHaveFocus();
  expect(amount).toHaveAccessibleDescription('Fill this in.');
  await userEvent.type(amount, '12');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Refund' }));
  await waitFor(() => expect(amount).toHaveAccessibleDescription('That is more than was paid.'));
  expect(amount).toHaveValue(12);
  await userEvent.type(amount, '{Backspace}');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Refund' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Refund' })).toBeNull());
  expect(calls.filter(({ path }) => path.endsWith('/refund')).map(({ body }) => body)).toEqual([{ fields: { amount: '12' } }, { fields: { amount: '1' } }]);
});

test('the palette names what agents do to a ticket most before printing it', async () => {
  serve();
  show(<Bar />);
  await waitFor(() => expect(offered().map(({ label }) => label)).toEqual(expect.arrayContaining(['Close', 'Print the conversation'])));
  const labels = offered().map(({ label }) => label);
  expect(labels.indexOf('Close')).toBeLessThan(labels.indexOf('Print the conversation'));
});
