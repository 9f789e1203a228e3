import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show, ticket } from '@/test/desk';
import { inverse } from './deed';
import { TicketCard } from './TicketCard';

const all = { ...ticket, labels: ['vip'], actions: ['label', 'priority', 'follow', 'snooze', 'merge', 'link'], related: [{ id: 't9', number: 99 }] };
const card = () => show(<TicketCard ticket={all} hrefOf={(id) => `/tickets/${id}`} />);
const asked = (calls: ReturnType<typeof serve>, action: string) => calls.find(({ path }) => path.endsWith(`/actions/${action}`))?.body;

test('a label is made by typing it, and taken off by its chip', async () => {
  const calls = serve({ 'GET /api/labels': () => ({ items: [{ name: 'vip' }] }), 'POST /api/tickets/t1/actions/label': () => all });
  card();
  await userEvent.click(screen.getByRole('button', { name: 'Labels' }));
  await userEvent.type(screen.getByRole('combobox', { name: 'Labels' }), 'late{Enter}');
  await waitFor(() => expect(asked(calls, 'label')).toEqual({ labels: { add: ['late'], remove: [] } }));
  await userEvent.click(screen.getByRole('button', { name: 'Take off label: vip' }));
  await waitFor(() => expect(calls.filter(({ path }) => path.endsWith('/label')).at(-1)?.body).toEqual({ labels: { add: [], remove: ['vip'] } }));
});

test('priority and watching are one click each', async () => {
  const calls = serve({ 'POST /api/tickets/t1/actions/priority': () => all, 'POST /api/tickets/t1/actions/follow': () => all });
  card();
  await userEvent.click(screen.getByRole('button', { name: 'Normal' }));
  await userEvent.click(screen.getByRole('option', { name: 'Urgent' }));
  await waitFor(() => expect(asked(calls, 'priority')).toEqual({ priority: 'urgent' }));
  await userEvent.click(screen.getByRole('button', { name: 'Watch' }));
  await waitFor(() => expect(asked(calls, 'follow')).toEqual({ followers: { add: ['me'], remove: [] } }));
});

test('a colleague is asked to watch, and let off again; either can be undone', async () => {
  const watched = { ...all, followers: ['col'] };
  const calls = serve({ 'POST /api/tickets/t1/actions/follow': () => watched });
  const { unmount } = card();
  await userEvent.click(screen.getByRole('button', { name: 'Add somebody who watches' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Col League' }));
  await waitFor(() => expect(asked(calls, 'follow')).toEqual({ followers: { add: ['col'], remove: [] } }));
  unmount();
  show(<TicketCard ticket={watched} hrefOf={(id) => `/tickets/${id}`} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Col League need not watch it' }));
  await waitFor(() => expect(calls.findLast(({ path }) => path.endsWith('/follow'))?.body).toEqual({ followers: { add: [], remove: ['col'] } }));
  expect(inverse(watched, 'follow', { followers: { add: [], remove: ['col'] } })?.request).toEqual({ followers: { add: ['col'], remove: [] } });
});

test('a ticket is merged by the number of another, and what the server refuses is said', async () => {
  let times = 0;
  const calls = serve({ 'POST /api/tickets/t1/merge': () => (times++ === 0 ? new Refusal(422, { code: 'field-invalid', title: 'There is no such ticket.' }) : { ...ticket, id: 't7', number: 7 }) });
  card();
  await userEvent.click(screen.getByRole('button', { name: 'Merge…' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Number of the other ticket' }), '#7{Enter}');
  expect(await screen.findByText('There is no such ticket.')).toBeVisible();
  await userEvent.type(screen.getByRole('textbox'), '{Enter}');
  await waitFor(() => expect(location.pathname).toBe('/tickets/t7'));
  expect(calls.find(({ path }) => path.endsWith('/merge'))?.body).toEqual({ number: 7 });
});

test('what it has to do with is a link that can be taken away', async () => {
  const calls = serve({ 'DELETE /api/tickets/t1/links/99': () => ticket });
  card();
  expect(screen.getByRole('link', { name: 'See #99' })).toHaveAttribute('href', '/tickets/t9');
  await userEvent.click(screen.getByRole('button', { name: 'Take the link away: #99' }));
  await waitFor(() => expect(calls.some(({ method }) => method === 'DELETE')).toBe(true));
});

test('what the customer gave and said stands in the card', () => {
  serve();
  show(<TicketCard ticket={{ ...all, rating: { stars: 1, comment: 'Too <b>late</b>', at: '2025-06-01T10:00:00Z' } }} hrefOf={(id) => `/tickets/${id}`} />);
  expect(screen.getByRole('img', { name: '1 star' })).toHaveTextContent('★☆☆☆☆');
  expect(screen.getByText('Too <b>late</b>')).toBeVisible();
});

test('links to the customer’s page are taken back, where there are any', async () => {
  const calls = serve({ 'DELETE /api/tickets/t1/page-links': () => undefined, 'GET /api/tickets/t1': () => all });
  const { unmount } = card();
  expect(screen.queryByRole('button', { name: 'Take back links' })).toBeNull();
  unmount();
  show(<TicketCard ticket={{ ...all, actions: ['reply'], notice: false }} hrefOf={(id) => `/tickets/${id}`} />);
  await userEvent.click(screen.getByRole('button', { name: 'Take back links' }));
  expect(await screen.findByRole('button', { name: 'Links taken back' })).toBeVisible();
  expect(calls.some(({ method, path }) => method === 'DELETE' && path === '/api/tickets/t1/page-links')).toBe(true);
});
