import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show, ticket } from '@/test/desk';
import { SpamNotice } from './SpamNotice';

const hidden = { ...ticket, spam: { score: 85, reasons: [{ key: 'dmarc', points: 30 }, { key: 'customer', points: -60 }, { key: 'of-a-newer-server', points: 5 }], why: 'score' as const }, actions: ['spam'] };
const asked = (calls: ReturnType<typeof serve>) => calls.filter(({ path }) => path.endsWith('/actions/spam')).at(-1)?.body;

test('it says why the ticket is out of sight, and releases it', async () => {
  const calls = serve({ 'POST /api/tickets/t1/actions/spam': () => ticket });
  show(<SpamNotice ticket={hidden} />);
  expect(screen.getByRole('status')).toHaveTextContent('This looks like spam (score 85) and is out of sight. (its domain says it is not from there)');
  await userEvent.click(screen.getByRole('button', { name: 'Not spam' }));
  await waitFor(() => expect(asked(calls)).toEqual({ spam: false }));
});

test('its sender is blocked with one click', async () => {
  const calls = serve({ 'POST /api/tickets/t1/actions/spam': () => hidden });
  show(<SpamNotice ticket={hidden} />);
  await userEvent.click(screen.getByRole('button', { name: 'Block sender' }));
  await waitFor(() => expect(asked(calls)).toEqual({ spam: true, block: true }));
});

test('who may not say what is spam only reads why', () => {
  serve({});
  show(<SpamNotice ticket={{ ...hidden, actions: [], spam: { ...hidden.spam, why: 'unconfirmed' } }} />);
  expect(screen.getByRole('status')).toHaveTextContent(/asked to confirm/);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
