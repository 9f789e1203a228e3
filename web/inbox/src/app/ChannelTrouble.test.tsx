import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { channel } from '@/test/channel';
import { serve, show } from '@/test/desk';
import type { Channel } from '@shared/api/schema';
import { ChannelTrouble } from './ChannelTrouble';

const fault = { code: 'sign-in-refused', text: 'No.', since: '2025-06-01T10:00:00Z' };
const broken: Channel = { ...channel, connections: [{ way: 'imap', succeededAt: null, fault, nextAt: null, expiresAt: null }] };
const renewing: Channel = { ...channel, id: 'b', name: 'b@x.cz', connections: [{ way: 'microsoft', succeededAt: null, fault: null, nextAt: null, expiresAt: new Date(Date.now() + 86_400_000).toISOString() }] };

const open = (channels: Channel[]) => {
  serve({ 'GET /api/channels': () => ({ items: channels }) });
  return show(<ChannelTrouble />);
};

afterEach(() => localStorage.clear());

test('every channel that wants a look is named with what is the matter', async () => {
  open([broken, renewing, { ...channel, id: 'c', name: 'c@x.cz', quiet: true }, { ...channel, id: 'd', name: 'd@x.cz' }]);
  expect(await screen.findByRole('status')).toHaveTextContent('support@x.cz does not work. b@x.cz has a secret that expires soon. c@x.cz has been silent for long.');
  expect(screen.getByRole('status')).not.toHaveTextContent('d@x.cz');
});

test('channels with the same trouble share a sentence, each name once', async () => {
  open(['a', 'b', 'c'].map((id) => ({ ...channel, id, name: id === 'c' ? 'Form' : 'Shop', quiet: true })));
  expect(await screen.findByRole('status')).toHaveTextContent('Shop, Form have been silent for long.');
});

test('put away, it stays so until something else is the matter', async () => {
  const { unmount } = open([broken]);
  await userEvent.click(await screen.findByRole('button', { name: 'Put away' }));
  expect(screen.queryByRole('status')).toBeNull();
  unmount();
  open([broken, renewing]);
  expect(await screen.findByRole('status')).toHaveTextContent('b@x.cz');
});
