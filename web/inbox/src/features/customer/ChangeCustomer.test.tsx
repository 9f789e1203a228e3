import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show, ticket } from '@/test/desk';
import { Toasts } from '@shared/ui/Toasts';
import { toasts } from '@shared/ui/toast';
import ChangeCustomer from './ChangeCustomer';

const identity = (kind: string, value: string) => ({ kind, value, proven: false, cameBack: null });
const bela = { id: 'k2', name: 'Béla Nagy', identities: [identity('email', 'bela@x.test'), identity('whatsapp', '361234567')] };
const anna = { id: ticket.customer.id, name: 'Anna', identities: [identity('email', 'anna@example.test')] };
const put = 'PUT /api/tickets/t1/customer';
const find = 'GET /api/customers';
const box = () => screen.getByRole('combobox', { name: 'Customer' });

const stored = { ...anna, name: 'Anna Real', createdAt: '2025-01-01T00:00:00Z', language: null, ticketCount: 1 };

const dialog = (onClose = vi.fn()) => {
  show(
    <>
      <ChangeCustomer ticket={ticket} onClose={onClose} />
      <Toasts />
    </>,
  );
  return onClose;
};

afterEach(() => toasts.set([]));

test('says what changes, shows who each is, and can be put back', async () => {
  const calls = serve({ 'GET /api/customers/k1': () => stored, [find]: () => ({ items: [anna, bela], next: null }), [put]: () => ({ ...ticket, version: 5, customer: { id: 'k2', name: 'Béla Nagy', address: 'anna@example.test' } }) });
  const onClose = dialog();
  expect(await screen.findByText(/It moves from Anna Real to the history of whom you choose.*answers go to the same address/)).toBeVisible();
  expect(screen.getByText('Two letters or more find customers.')).toBeVisible();
  await userEvent.type(box(), 'bel');
  expect(await screen.findByRole('option', { name: /Béla Nagy.*bela@x.test/ })).toBeVisible();
  expect(screen.getAllByRole('option')).toHaveLength(1); // whose it is already is no choice
  await userEvent.keyboard('{Enter}');
  expect(onClose).toHaveBeenCalled();
  expect(await screen.findByText('The ticket is with Béla Nagy now.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([{ customer: 'k2' }, { customer: 'k1' }]));
});

test('looks on where a page holds nobody, says that there is nobody, and why it cannot look', async () => {
  const pages = [{ items: [], next: 'more' }, { items: [bela], next: null }];
  serve({ [find]: () => pages.shift() ?? { items: [], next: null } });
  dialog();
  await userEvent.type(box(), 'be');
  expect(await screen.findByRole('option', { name: /Béla Nagy/ })).toBeVisible();
  await userEvent.type(box(), 'x');
  expect(await screen.findByText('No other customer by that name, address or number.')).toBeVisible();
  serve({ [find]: () => new Refusal(500, { code: 'broken', title: 'Broken' }) });
  await userEvent.type(box(), 'y');
  expect(await screen.findByText(/Customers cannot be looked for just now/, undefined, { timeout: 5000 })).toBeVisible();
});

test('what the server refuses is told', async () => {
  serve({ [find]: () => ({ items: [bela], next: null }), [put]: () => new Refusal(403, { code: 'not-allowed', title: 'You may not do that.' }) });
  dialog();
  await userEvent.type(box(), 'be');
  await userEvent.click(await screen.findByRole('option', { name: /Béla Nagy/ }));
  expect(await screen.findByText('You may not do that.')).toBeVisible();
});
