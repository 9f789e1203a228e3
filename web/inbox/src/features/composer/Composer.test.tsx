import { QueryClientProvider } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { colleague, message, Refusal, serve, show, ticket } from '@/test/desk';
import { Composer } from './Composer';
import { setSending } from './sending';

const reply = 'POST /api/tickets/t1/actions/reply';
const box = () => screen.getByRole('textbox', { name: 'Your reply' });
const write = async (text: string) => {
  await userEvent.click(box());
  await userEvent.keyboard(text);
};
const send = () => userEvent.keyboard('{Control>}{Enter}{/Control}');

const compose = () => show(<Composer ticket={ticket} onNext={() => undefined} />);

afterEach(() => setSending('t1', undefined));

test('a reply goes out as text and simple HTML, and leaves an empty box', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }) });
  compose();
  await write('Hello <Anna>,{Enter}{Enter}it is coming.');
  await send();
  await waitFor(() => expect(box()).toHaveValue(''));
  const call = calls.find((one) => one.method === 'POST');
  expect(call?.body).toEqual({ text: 'Hello <Anna>,\n\nit is coming.', html: '<p>Hello &lt;Anna&gt;,</p><p>it is coming.</p>' });
  expect(call?.headers.get('If-Match')).toBe('"4"');
  expect(Object.keys(localStorage).filter((key) => key.startsWith('draft:'))).toEqual([]);
});

test('a reply the server refuses stays in the box with the reason, and is repeated under its key', async () => {
  let refused = 0;
  const calls = serve({ [reply]: () => (refused++ === 0 ? new Refusal(500, { code: 'broken', title: 'The disk is full.' }) : { ...ticket, version: 5 }) });
  compose();
  await write('Hello');
  await send();
  expect(await screen.findByText(/The disk is full/)).toBeVisible();
  expect(box()).toHaveValue('Hello');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(box()).toHaveValue(''));
  const keys = calls.filter((one) => one.method === 'POST').map((one) => one.headers.get('Idempotency-Key'));
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test('a draft is there again after a reload', async () => {
  serve();
  const { unmount } = compose();
  await write('Half a sen');
  unmount();
  compose();
  expect(box()).toHaveValue('Half a sen');
});

test('what is written in another tab of this browser is here too', async () => {
  serve();
  compose();
  await write('Half');
  const key = Object.keys(localStorage).find((one) => one.startsWith('draft:')) ?? '';
  localStorage.setItem(key, JSON.stringify({ ...(JSON.parse(localStorage.getItem(key) ?? '{}') as object), reply: 'Half a sentence' }));
  act(() => void dispatchEvent(new StorageEvent('storage', { key })));
  expect(box()).toHaveValue('Half a sentence');
});

test('a change by somebody else stops the reply, says who did what, and lets it be sent anyway', async () => {
  const changed = { ticket: { ...ticket, version: 6 }, events: [], messages: [{ ...message, id: 'm2', direction: 'out' as const, author: colleague.id }] };
  const calls = serve({ [reply]: ({ headers }) => (headers.get('If-Match') === '"6"' ? { ...ticket, version: 7 } : new Refusal(409, { code: 'changed-meanwhile', title: 'Changed.', ...changed })) });
  compose();
  await write('Mine');
  await send();
  expect(await screen.findByText('Col League replied')).toBeVisible();
  expect(box()).toHaveValue('Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(calls.filter((one) => one.method === 'POST').map((one) => one.headers.get('If-Match'))).toEqual(['"4"', '"6"']);
});

test('a colleague’s answer that is still held stops the reply and is told of', async () => {
  const event = { id: 'e1', ticketId: 't1', kind: 'later', actor: { kind: 'agent', id: 'col', name: 'Col League' }, at: '2025-06-01T11:00:00Z', version: 5, before: {}, after: {}, messageId: null };
  const later = [{ id: 'w1', by: 'col', dueAt: '2030-01-01T08:00:00Z', held: true }];
  serve({ [reply]: () => new Refusal(409, { code: 'changed-meanwhile', title: 'Changed.', ticket: { ...ticket, version: 5, later }, events: [event], messages: [] }) });
  compose();
  await write('Mine');
  await send();
  expect(await screen.findByText('Col League’s answer leaves in a moment.')).toBeVisible();
});

test('a change that is no news to the agent does not stop the reply', async () => {
  const mine = { id: 'e1', ticketId: 't1', kind: 'reopen', actor: { kind: 'agent', id: 'me', name: 'Mia Agent' }, at: '2025-06-01T11:00:00Z', version: 6, before: {}, after: { state: 'open' }, messageId: null };
  serve({
    [reply]: ({ headers }) =>
      headers.get('If-Match') === '"6"' ? { ...ticket, version: 7 } : new Refusal(409, { code: 'changed-meanwhile', title: 'Changed.', ticket: { ...ticket, version: 6 }, events: [mine], messages: [] }),
  });
  compose();
  await write('Mine');
  await send();
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(screen.queryByText('Send anyway')).toBeNull();
});

test('a note is written on its own tab and never sent as a reply', async () => {
  const calls = serve({ 'POST /api/tickets/t1/actions/note': () => ({ ...ticket, version: 5 }) });
  compose();
  await write('For the customer');
  await userEvent.click(screen.getByRole('tab', { name: /Note/ }));
  const note = screen.getByRole('textbox', { name: 'Your note' });
  expect(note).toHaveValue('');
  await userEvent.type(note, 'For the team');
  await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
  await waitFor(() => expect(note).toHaveValue(''));
  expect(calls.filter((one) => one.method === 'POST').map((one) => one.path)).toEqual(['/api/tickets/t1/actions/note']);
  await userEvent.click(screen.getByRole('tab', { name: /Reply/ }));
  expect(box()).toHaveValue('For the customer');
});

test('an address added by hand is marked as new and goes along', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }) });
  compose();
  await write('Hello');
  await userEvent.click(screen.getByRole('button', { name: 'Add cc' }));
  await userEvent.type(screen.getByRole('combobox', { name: 'Cc' }), 'Bo <bo@else.test>{Enter}');
  expect(screen.getByTitle('bo@else.test has not been part of this conversation')).toHaveTextContent('new');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(calls.find((one) => one.method === 'POST')?.body).toMatchObject({ cc: [{ name: 'Bo', address: 'bo@else.test' }] });
});

test('a picture is uploaded and sent along', async () => {
  const picture = new File(['x'], 'scratch.png', { type: 'image/png' });
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }), 'POST /api/uploads': () => ({ id: 'u1', name: 'scratch.png', contentType: 'image/png', size: 1 }) });
  compose();
  await write('See:');
  await userEvent.upload(screen.getByLabelText('Attach files', { selector: 'input' }), picture);
  expect(await screen.findByText('1 byte')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(calls.find((one) => one.path.includes('/actions/'))?.body).toMatchObject({ attachments: ['u1'] });
});

test('sending and closing is one request', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5, state: 'closed', category: 'closed' }) });
  compose();
  await write('Done');
  await userEvent.click(screen.getByRole('button', { name: 'More ways to send' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Send and close' }));
  await waitFor(() => expect(box()).toHaveValue(''));
  const posts = calls.filter((one) => one.method === 'POST');
  expect(posts).toHaveLength(1);
  expect(posts[0]?.body).toMatchObject({ text: 'Done', then: 'close' });
});

test('whoever has left the words for the buttons beside them sends by the same keys', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }) });
  compose();
  await write('Done');
  screen.getByRole('button', { name: 'More ways to send' }).focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(calls.filter((one) => one.method === 'POST')).toHaveLength(1);
});

test('an answer to an unknown sender waits for somebody to go to', async () => {
  serve();
  show(<Composer ticket={{ ...ticket, recipients: { ...ticket.recipients, to: [{ name: null, address: 'unknown@support.invalid' }] } }} onNext={() => undefined} />);
  await write('Hello');
  expect(screen.getByText(/not known who wrote/)).toBeVisible();
  expect(screen.queryByText(/invalid/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
});

test('one can write and send before it is known who it goes to; it leaves once that is', async () => {
  const calls = serve({ [reply]: () => ({ ...ticket, version: 5 }) });
  const early = { ...ticket, recipients: { from: null, to: [], cc: [] } };
  const { client, rerender } = show(<Composer ticket={early} loading onNext={() => undefined} />);
  await write('Quick');
  await send();
  expect(calls.filter((one) => one.method === 'POST')).toEqual([]);
  rerender(
    <QueryClientProvider client={client}>
      <Composer ticket={ticket} onNext={() => undefined} />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(calls.filter((one) => one.method === 'POST')).toHaveLength(1);
});

test('a slash in an empty answer offers saved replies, and the one chosen comes filled in', async () => {
  serve({
    'GET /api/replies': () => ({ items: [{ id: 'late', name: 'Late', folder: '', shared: true, own: false, texts: { en: 'x' } }] }),
    'GET /api/tickets/t1/replies/late': () => ({ language: 'en', text: 'Dear Anna, it is late.' }),
  });
  compose();
  await write('/');
  await userEvent.click(await screen.findByRole('option', { name: /Late/ }));
  await waitFor(() => expect(box()).toHaveValue('Dear Anna, it is late.'));
});
