import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show } from '@/test/desk';
import ChannelsScreen from './ChannelsScreen';
import { channel } from '@/test/channel';

const asked = (calls: { path: string }[]) => calls.some(({ path }) => path.startsWith('/api/tickets'));

test('the first steps of a channel are shown until something came by it, and wait only while they are open', async () => {
  const calls = serve({ 'GET /api/channels': () => ({ items: [channel, { ...channel, id: 'other', lastMessageAt: '2025-06-02T10:20:00Z' }] }), 'GET /api/tickets': () => ({ items: [], next: null }) });
  show(<ChannelsScreen chatForm={() => null} />);
  const steps = await screen.findAllByText('First steps');
  expect(steps).toHaveLength(1);
  expect(asked(calls)).toBe(false);
  await userEvent.click(screen.getByText('First steps'));
  expect(await screen.findByText('Waiting for the first message…')).toBeVisible();
  expect(asked(calls)).toBe(true);
});

test('a channel that is off says what that means, and can be switched on', async () => {
  serve({ 'GET /api/channels': () => ({ items: [{ ...channel, active: false }] }) });
  show(<ChannelsScreen chatForm={() => null} />);
  expect(await screen.findByText(/Nothing comes in by this channel/)).toBeVisible();
  expect(screen.queryByText('First steps')).toBeNull();
  expect(screen.getByRole('button', { name: 'Switch on: support@x.cz' })).toBeVisible();
});
