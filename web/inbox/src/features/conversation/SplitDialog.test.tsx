import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { message, Refusal, serve, show, ticket } from '@/test/desk';
import type { Message } from '@shared/api/schema';
import { go } from '@shared/router';
import { toasts } from '@shared/ui/toast';
import { Thread } from './Thread';

const made = { ...ticket, id: 't2', number: 13, subject: 'Wrong invoice', splitFrom: { id: 't1', number: 12 } };
const invoice: Message = { ...message, id: 'm2', subject: 'Wrong invoice', text: 'It is wrong.', replyText: 'It is wrong.', newSubject: true, receivedAt: '2025-06-02T10:00:00Z' };
const thanks: Message = { ...message, id: 'm3', text: 'Thanks', replyText: 'Thanks', receivedAt: '2025-06-03T10:00:00Z' };

function thread(messages: Message[], split: () => unknown = () => made) {
  const calls = serve({ 'GET /api/tickets/t1/messages': () => ({ items: messages, next: null }), 'POST /api/tickets/t1/split': split, 'GET /api/tickets/t1/events': () => ({ items: [], next: null }) });
  go('/');
  toasts.set([]);
  show(<Thread ticketId="t1" hrefOf={(id) => `/tickets/${id}`} />);
  return () => calls.find(({ method }) => method === 'POST')?.body;
}

test('a new subject in an old thread offers a ticket of its own, with everything after it', async () => {
  const asked = thread([thanks, invoice, message]);
  expect(await screen.findByText('New subject: Wrong invoice')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Split into its own ticket' }));
  expect(screen.getByRole('radio', { name: 'This message and everything after it' })).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: 'Split' }));
  await waitFor(() => expect(location.pathname).toBe('/tickets/t2'));
  expect(asked()).toEqual({ messageId: 'm2', andLater: true });
  expect(toasts.get().map(({ text }) => text)).toEqual(['Split into #13']);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a message alone is split from its menu', async () => {
  const asked = thread([thanks, invoice, message]);
  const [first] = await screen.findAllByRole('article');
  await userEvent.click(within(first!).getByRole('button', { name: 'More on this message' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Split from here…' }));
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.getByText('This message moves to a new ticket.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Split' }));
  await waitFor(() => expect(asked()).toEqual({ messageId: 'm1', andLater: false }));
});

test('only this message, where that is chosen', async () => {
  const asked = thread([thanks, invoice, message]);
  await userEvent.click(await screen.findByRole('button', { name: 'Split into its own ticket' }));
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('radio', { name: 'Only this message' })).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: 'Split' }));
  await waitFor(() => expect(asked()).toEqual({ messageId: 'm2', andLater: false }));
});

test('a split the server refuses says why and stays open', async () => {
  thread([thanks, invoice, message], () => new Refusal(409, { code: 'still-sending', title: 'An answer here is still on its way.' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Split into its own ticket' }));
  await userEvent.click(screen.getByRole('button', { name: 'Split' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('An answer here is still on its way.');
  expect(screen.getByRole('dialog')).toBeVisible();
  expect(location.pathname).toBe('/');
});

test('what has moved is one line that leads to it', async () => {
  const moved = { number: 13, id: 't2' };
  thread([{ ...thanks, movedTo: moved }, { ...invoice, movedTo: moved }, message]);
  expect(await screen.findByRole('link', { name: '2 messages moved to #13' })).toHaveAttribute('href', '/tickets/t2');
  expect(screen.getAllByRole('article')).toHaveLength(1);
});

test('the only message of a ticket has nothing to be split from', async () => {
  thread([{ ...message, hasOriginal: false, newSubject: true }]);
  expect(await screen.findByRole('article')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'More on this message' }));
  expect(screen.queryByRole('menuitem', { name: /Split/ })).toBeNull();
  expect(screen.queryByText(/New subject/)).toBeNull();
});
