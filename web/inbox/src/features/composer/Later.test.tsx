import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show, ticket } from '@/test/desk';
import { undoLatest } from '@shared/ui/toast';
import { Composer } from './Composer';
import { setHold } from './habits';

const reply = 'POST /api/tickets/t1/actions/reply';
const list = 'GET /api/tickets/t1/later';
const waiting = { id: 'w1', by: 'me', action: 'reply', sendAt: '2030-01-01T08:00:00Z', held: false, why: null, request: { text: 'Good morning' }, files: [{ id: 'u1', name: 'terms.pdf', contentType: 'application/pdf', size: 2048 }] };
const box = () => screen.getByRole('textbox', { name: 'Your reply' });
const compose = (one = ticket) => show(<Composer ticket={one} onNext={() => undefined} />);

test('an answer is held for a moment so that it can be taken back', async () => {
  setHold(true);
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5, later: [{ id: 'w1', by: 'me', dueAt: '2030-01-01T08:00:00Z', held: true }] }) });
  compose();
  await userEvent.type(box(), 'Hello');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(calls.find(({ path }) => path.endsWith('/reply'))?.body).toMatchObject({ text: 'Hello', holdSeconds: 10 });
});

test('an answer taken back at once leaves whoever is still there in the list they work through', async () => {
  history.replaceState(null, '', '/inbox/open/t1');
  setHold(true);
  serve({ [reply]: () => ({ ...ticket, version: 5, later: [{ id: 'w1', by: 'me', dueAt: '2030-01-01T08:00:00Z', held: true }] }), 'DELETE /api/tickets/t1/later/w1': () => ({ ...waiting, request: { text: 'Hello' }, files: [] }) });
  compose();
  await userEvent.type(box(), 'Hello');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(box()).toHaveValue(''));
  undoLatest();
  await waitFor(() => expect(box()).toHaveValue('Hello'));
  expect(location.pathname).toBe('/inbox/open/t1');
});

test('an answer is sent at a time of choice', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }) });
  compose();
  await userEvent.type(box(), 'Hello');
  await userEvent.click(screen.getByRole('button', { name: 'More ways to send' }));
  await userEvent.click(screen.getByRole('menuitem', { name: /^Tomorrow/ }));
  await waitFor(() => expect(box()).toHaveValue(''));
  const body = calls.find(({ path }) => path.endsWith('/reply'))?.body as { sendAt: string };
  expect(Date.parse(body.sendAt)).toBeGreaterThan(Date.now());
});

test('an answer goes as the store says, or as its agent chose for this one', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }) });
  compose({ ...ticket, notice: false });
  await userEvent.type(box(), 'Hello');
  await userEvent.click(screen.getByRole('button', { name: 'More ways to send' }));
  expect(screen.getByRole('menuitemradio', { name: 'With the whole answer' })).toBeChecked();
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'Only a notice with a link' }));
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(calls.find(({ path }) => path.endsWith('/reply'))?.body).toMatchObject({ text: 'Hello', notice: true });
});

test('an answer that waits goes back into the box with its words and files', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }), [list]: () => ({ items: [waiting] }), 'DELETE /api/tickets/t1/later/w1': () => waiting });
  compose();
  expect(await screen.findByText('Good morning')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Back into the box' }));
  await waitFor(() => expect(box()).toHaveValue('Good morning'));
  expect(screen.getByText('terms.pdf')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(calls.find(({ path }) => path.endsWith('/reply'))?.body).toMatchObject({ text: 'Good morning', attachments: ['u1'] }));
});

test('one that did not leave says why and can be discarded', async () => {
  const calls = serve({ [list]: () => ({ items: [{ ...waiting, sendAt: null, why: 'customer-wrote' }] }), 'DELETE /api/tickets/t1/later/w1': () => new Refusal(404, { code: 'no-such-answer', title: 'Gone.' }) });
  compose();
  expect(await screen.findByText(/The customer wrote before/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(await screen.findByText(/Gone\./)).toBeVisible();
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(true);
});

test('what was written on another machine is there, unless something newer is here', async () => {
  serve({ 'GET /api/tickets/t1/draft': () => ({ mode: 'reply', reply: 'From the other desk', note: '', to: null, cc: null, channel: null, files: [], at: new Date().toISOString() }) });
  compose();
  await waitFor(() => expect(box()).toHaveValue('From the other desk'));
});

test('what is written is kept on the server after a while', async () => {
  const calls = serve({ 'GET /api/tickets/t1/draft': () => undefined, 'PUT /api/tickets/t1/draft': ({ body }) => body });
  compose();
  await userEvent.type(box(), 'Half');
  await waitFor(() => expect(calls.findLast(({ method }) => method === 'PUT')?.body).toMatchObject({ mode: 'reply', reply: 'Half' }), { timeout: 4000 });
});

test('what was sent is no draft any more, here and on the server', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }), 'PUT /api/tickets/t1/draft': ({ body }) => body });
  compose();
  await userEvent.type(box(), 'Hello');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(calls.findLast(({ method }) => method === 'PUT')?.body).toMatchObject({ reply: '', note: '' }));
});
