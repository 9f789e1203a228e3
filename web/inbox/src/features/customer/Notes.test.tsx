import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, serve, show, ticket } from '@/test/desk';
import { Notes } from './Notes';

const note = { ticketId: 't9', number: 9, messageId: 'm9', author: me.id, text: 'Pays by invoice', mentions: [], at: '2025-06-01T10:00:00Z' };

test('notes on the customer come in one question, and only where somebody looks at them', async () => {
  const calls = serve({ 'GET /api/customers/k1/notes': () => ({ items: [note] }) });
  const asked = () => calls.filter(({ path }) => path.endsWith('/notes')).length;
  const notes = () => show(<Notes ticket={ticket} hrefOf={(id) => `/tickets/${id}`} />);
  const { unmount } = notes();
  expect(await screen.findByText('Pays by invoice')).toBeVisible();
  expect(screen.getByRole('link', { name: '#9' })).toHaveAttribute('href', '/tickets/t9#m9');
  expect(asked()).toBe(1);
  await userEvent.click(screen.getByRole('button', { name: 'Notes on the customer' }));
  unmount();
  const { client } = notes();
  expect(screen.getByRole('button', { name: 'Notes on the customer' })).toHaveAttribute('aria-expanded', 'false');
  expect(client.getQueryCache().getAll().map(({ queryKey }) => queryKey[0])).not.toContain('customers');
  await userEvent.click(screen.getByRole('button', { name: 'Notes on the customer' }));
  expect(await screen.findByText('Pays by invoice')).toBeVisible();
});
