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
  expect(await screen.findByText('support@x.cz')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('support@x.cz does not work. b@x.cz has a secret that expires soon. c@x.cz has been silent for long.');
  expect(screen.queryByText('d@x.cz')).toBeNull();
});

test('put away, it stays so until something else is the matter', async () => {
  const { unmount } = open([broken]);
  await userEvent.click(await screen.findByRole('button', { name: 'Put away' }));
  expect(screen.queryByRole('status')).toBeNull();
  unmount();
  open([broken, renewing]);
  expect(await screen.findByText('b@x.cz')).toBeVisible();
});
