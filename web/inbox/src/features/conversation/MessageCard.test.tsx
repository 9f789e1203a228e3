import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, message, serve, show } from '@/test/desk';
import { MessageCard } from './MessageCard';

test("the customer's words come first, and what they quote is folded", async () => {
  serve();
  show(<MessageCard message={{ ...message, text: 'Thanks!\n\nYou wrote:\n> Hello', replyText: 'Thanks!' }} />);
  expect(screen.queryByText(/You wrote/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show the entire message' }));
  expect(screen.getByText(/You wrote/)).toBeVisible();
});

test('an answer that came back says why and can be sent again', async () => {
  const calls = serve({ 'POST /api/tickets/t1/messages/m1/retry': () => message });
  show(<MessageCard message={{ ...message, direction: 'out', author: me.id, delivery: { state: 'bounced', at: message.receivedAt, error: 'No such mailbox', kept: false } }} />);
  expect(screen.getByText('No such mailbox')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
  expect(calls.some((call) => call.path.endsWith('/messages/m1/retry'))).toBe(true);
});

test('an answer nobody carries, because no mail server is set, says so', () => {
  show(<MessageCard message={{ ...message, direction: 'out', author: me.id, delivery: { state: 'sent', at: message.receivedAt, error: null, kept: true } }} />);
  expect(screen.getByText('Not carried to anybody')).toBeVisible();
  expect(screen.getByText(/No mail server is set/)).toBeVisible();
  expect(screen.queryByText('Sent')).toBeNull();
});

test('an answer that went as a notice says so beside how far it has come', () => {
  serve();
  const sent = { ...message, direction: 'out' as const, author: me.id, delivery: { state: 'sent' as const, at: message.receivedAt, error: null, kept: false } };
  const { unmount } = show(<MessageCard message={{ ...sent, notice: true }} />);
  expect(screen.getByText('As a notice with a link')).toBeVisible();
  unmount();
  show(<MessageCard message={sent} />);
  expect(screen.queryByText('As a notice with a link')).toBeNull();
});

test('a note says that only the team sees it', async () => {
  serve();
  show(<MessageCard message={{ ...message, direction: 'note', author: me.id }} />);
  expect(await screen.findByRole('article', { name: 'Note by Mia Agent' })).toHaveTextContent('seen by the team only');
});

test('the original is fetched with the session and shown as text', async () => {
  const calls = serve({ 'GET /api/messages/t1/m1/raw': () => ({ raw: 'From: anna' }) });
  show(<MessageCard message={message} />);
  await userEvent.click(screen.getByRole('button', { name: 'More on this message' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Show original' }));
  expect(await screen.findByText(/From: anna/)).toBeVisible();
  expect(calls.at(-1)?.headers.get('Authorization')).toBe('Bearer token');
});

test('a message too long to keep whole leads to its original; one without an original offers none', async () => {
  serve();
  const { unmount } = show(<MessageCard message={{ ...message, cut: true }} />);
  expect(screen.getByText(/too long/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Show original' })).toBeVisible();
  unmount();
  show(<MessageCard message={{ ...message, hasOriginal: false }} />);
  await userEvent.click(screen.getByRole('button', { name: 'More on this message' }));
  expect(screen.queryByRole('menuitem', { name: 'Show original' })).toBeNull();
});

test('a sender nobody knows is said to be unknown', () => {
  serve();
  show(<MessageCard message={{ ...message, from: { name: null, address: 'unknown@support.invalid' } }} />);
  expect(screen.getByRole('article', { name: 'Message from Unknown sender' })).toBeVisible();
});

test('a message an agent forwarded is its author\'s, and says who passed it on', () => {
  serve();
  show(<MessageCard message={{ ...message, forwardedBy: { name: 'Mia Agent', address: 'mia@shop.test' } }} />);
  expect(screen.getByRole('article', { name: 'Message from Anna' })).toHaveTextContent('Forwarded by Mia Agent');
});

test('a confirmation says that the desk sent it by itself, and shows all its words when asked', async () => {
  serve();
  show(<MessageCard message={{ ...message, direction: 'out', auto: true, from: { name: 'Shop', address: 'help@shop.test' }, text: 'We have your message.', replyText: 'We have your message.' }} />);
  const card = screen.getByRole('article', { name: 'Message from Shop' });
  expect(card).toHaveTextContent('Sent by the helpdesk itself');
  expect(card).not.toHaveTextContent('Automatic');
  await userEvent.click(screen.getByRole('button', { name: 'Show the entire message' }));
  expect(screen.getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
});

test('an answer its receiver has is told apart from one that was only sent', () => {
  serve();
  show(<MessageCard message={{ ...message, direction: 'out', author: me.id, delivery: { state: 'delivered', at: message.receivedAt, error: null, kept: false } }} />);
  expect(screen.getByText('Delivered')).toBeVisible();
  expect(screen.queryByText('Sent')).toBeNull();
});

test('a message of a social channel says what it goes back to, what is missing and what was put to it', () => {
  serve();
  const { unmount } = show(
    <MessageCard
      message={{
        ...message,
        channelKind: 'instagram',
        context: { kind: 'ad', text: 'Spring sale', url: 'https://fb.me/x' },
        missing: [{ name: 'video.mp4', why: 'tooLarge' }],
        reactions: [{ emoji: '❤️', by: message.from.address, at: message.receivedAt }],
        editedAt: message.receivedAt,
      }}
    />,
  );
  expect(screen.getByText('Came by the ad “Spring sale”')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Show it' })).toHaveAttribute('href', 'https://fb.me/x');
  expect(screen.getByText(/video.mp4 is not here: it is larger/)).toBeVisible();
  expect(screen.getByRole('img', { name: 'Reaction of Anna: ❤️' })).toBeVisible();
  expect(screen.getByText('Edited')).toBeVisible();
  unmount();
  show(<MessageCard message={{ ...message, text: '', replyText: '', unsentAt: message.receivedAt }} />);
  expect(screen.getByText('This message was taken back.')).toBeVisible();
});
