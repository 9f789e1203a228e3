import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show, ticket } from '@/test/desk';
import { Toasts } from '@shared/ui/Toasts';
import { toasts } from '@shared/ui/toast';
import NewConversation from './NewConversation';
import { newId } from './new-draft';
import { setSending } from './sending';
import { sendWaiting, useOutgoing } from './useOutgoing';

const start = 'POST /api/tickets';
const hello = { id: 'hello', name: 'Hello', folder: '', shared: true, own: false, texts: { en: 'Dear {{customer.firstName}}' } };
const box = () => screen.getByRole('textbox', { name: 'Message' });
const send = () => screen.getByRole('button', { name: 'Send' });

function Desk({ open = true, onMade = () => undefined, onClose = () => undefined }: { open?: boolean; onMade?: (id: string) => void; onClose?: () => void }) {
  useOutgoing();
  return (
    <>
      {open && <NewConversation onMade={onMade} onClose={onClose} />}
      <Toasts />
    </>
  );
}

const write = async () => {
  await userEvent.type(screen.getByRole('combobox', { name: 'To' }), 'Anna <anna@x.test>{Enter}');
  await userEvent.type(screen.getByRole('textbox', { name: /Subject/ }), 'Your parcel');
  await userEvent.type(box(), 'It has left.');
};
const begun = (calls: ReturnType<typeof serve>) => calls.filter(({ method, path }) => method === 'POST' && path === '/api/tickets');

afterEach(() => {
  setSending(newId, undefined);
  toasts.set([]);
});

test('what is begun without a connection waits to be seen and goes out under its key once it is back', async () => {
  let up = false;
  const calls = serve({ [start]: () => (up ? ticket : new Error('offline')) });
  const onClose = vi.fn();
  const { unmount } = show(<Desk onClose={onClose} />);
  await write();
  await userEvent.click(send());
  expect(await screen.findByText('Your message to anna@x.test will be sent when the connection is back')).toBeVisible();
  expect(onClose).toHaveBeenCalled();
  unmount();

  show(<Desk />);
  expect(await screen.findByText('It will be sent when the connection is back.')).toBeVisible();
  expect(send()).toBeDisabled();
  up = true;
  sendWaiting();
  expect(await screen.findByText('The connection is back: your message to anna@x.test has been sent')).toBeVisible();
  await waitFor(() => expect(box()).toHaveValue(''));
  expect(new Set(begun(calls).map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1);
});

test('what waits can be taken back, and is not sent then', async () => {
  const calls = serve({ [start]: () => new Error('offline') });
  show(<Desk />);
  await write();
  await userEvent.click(send());
  await userEvent.click(await screen.findByRole('button', { name: 'Back into the box' }));
  expect(box()).toHaveValue('It has left.');
  await waitFor(() => expect(send()).toBeEnabled());
  const before = begun(calls).length;
  sendWaiting();
  await userEvent.type(box(), ' Today.');
  expect(begun(calls)).toHaveLength(before);
});

test('what the server refuses stays with its reason, and is repeated under its key', async () => {
  let refused = 0;
  const onMade = vi.fn();
  const calls = serve({ [start]: () => (refused++ === 0 ? new Refusal(422, { code: 'x', title: 'That cannot be.' }) : ticket) });
  show(<Desk onMade={onMade} />);
  await write();
  await userEvent.click(send());
  expect(await screen.findByText(/That cannot be\./)).toBeVisible();
  await userEvent.click(send());
  await waitFor(() => expect(onMade).toHaveBeenCalledWith('t1'));
  const keys = begun(calls).map(({ headers }) => headers.get('Idempotency-Key'));
  expect(keys).toEqual([keys[0], keys[0]]);
});

test('a slash offers saved replies, filled in for whoever is written to', async () => {
  const calls = serve({ 'GET /api/replies': () => ({ items: [hello] }), 'POST /api/replies/hello/fill': () => ({ language: 'en', text: 'Dear Anna' }) });
  show(<Desk />);
  await userEvent.type(screen.getByRole('combobox', { name: 'To' }), 'Anna <anna@x.test>{Enter}');
  await userEvent.type(box(), '/');
  await userEvent.click(await screen.findByRole('option', { name: /Hello/ }));
  await waitFor(() => expect(box()).toHaveValue('Dear Anna'));
  expect(calls.find(({ path }) => path.endsWith('/fill'))?.body).toMatchObject({ to: { name: 'Anna', address: 'anna@x.test' } });
});
