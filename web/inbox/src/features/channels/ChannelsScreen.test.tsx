import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show } from '@/test/desk';
import ChannelsScreen from './ChannelsScreen';
import { channel } from '@/test/channel';

const asked = (calls: { path: string }[]) => calls.some(({ path }) => path.startsWith('/api/tickets'));

test('each of several channels is a line until it is opened, and what was typed stays when it is folded again', async () => {
  serve({ 'GET /api/channels': () => ({ items: [channel, { ...channel, id: 'other', name: 'other@x.cz', address: 'other@x.cz' }] }) });
  show(<ChannelsScreen chatForm={() => null} />);
  const line = await screen.findByRole('button', { name: 'other@x.cz', expanded: false });
  expect(screen.queryByText('Key')).toBeNull();
  await userEvent.click(line);
  expect(screen.getByText('Key')).toBeVisible();
  await userEvent.click(screen.getByText('Name, store and department'));
  await userEvent.type(screen.getByLabelText(/^Name/), '!');
  await userEvent.click(line);
  expect(screen.getByLabelText(/^Name/)).not.toBeVisible();
  await userEvent.click(line);
  expect(screen.getByLabelText(/^Name/)).toHaveValue('other@x.cz!');
});

test('a link to a channel opens it', async () => {
  history.replaceState(null, '', '#other');
  serve({ 'GET /api/channels': () => ({ items: [channel, { ...channel, id: 'other', name: 'other@x.cz' }] }) });
  show(<ChannelsScreen chatForm={() => null} />);
  expect(await screen.findByRole('button', { name: 'other@x.cz', expanded: true })).toBeVisible();
  expect(screen.getByRole('button', { name: 'support@x.cz', expanded: false })).toBeVisible();
  history.replaceState(null, '', ' ');
});

test('the first steps of a channel are shown until something came by it, and wait only while they are open', async () => {
  const calls = serve({ 'GET /api/channels': () => ({ items: [channel, { ...channel, id: 'other', lastMessageAt: '2025-06-02T10:20:00Z' }] }), 'GET /api/tickets': () => ({ items: [], next: null }) });
  show(<ChannelsScreen chatForm={() => null} />);
  for (const line of await screen.findAllByRole('button', { name: 'support@x.cz' })) await userEvent.click(line);
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
