import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import { AddChannel } from './AddChannel';
import { ChangeKey } from './ChangeKey';
import { ChannelSettings, ChannelSwitch } from './ChannelSettings';
import { channel } from '@/test/channel';

const places = { 'GET /api/stores': () => ({ items: [{ id: 'x', name: 'Tea', active: true }] }), 'GET /api/departments': () => ({ items: [{ id: 'support', name: 'Support', active: true }] }) };

test('a mail channel is called after its address unless it is named, and begins in what is on', async () => {
  const calls = serve({ ...places, 'POST /api/channels': () => channel });
  const added = vi.fn();
  show(<AddChannel onAdded={added} />);
  await userEvent.click(screen.getByRole('button', { name: 'Add a channel' }));
  await userEvent.click(screen.getByRole('radio', { name: /^E-mail/ }));
  expect(await screen.findByRole('option', { name: 'Tea' })).toBeInTheDocument();
  expect(await screen.findByRole('option', { name: 'Support' })).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('Address customers write to'), 'sales@x.cz');
  await userEvent.click(screen.getByRole('button', { name: 'Add channel' }));
  expect(await screen.findByRole('button', { name: 'Add a channel' })).toBeVisible();
  expect(added).toHaveBeenCalledWith('support');
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ kind: 'email', name: 'sales@x.cz', store: 'x', department: 'support', address: 'sales@x.cz' });
});

test('only what was changed is sent', async () => {
  const calls = serve({ ...places, 'PUT /api/channels/support': () => channel });
  show(<ChannelSettings channel={channel} />);
  await userEvent.click(screen.getByText('Name, store and department'));
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), '!');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ name: 'support@x.cz!' });
});

test('an address somebody else has is told beside it', async () => {
  serve({ ...places, 'PUT /api/channels/support': () => new Refusal(422, { code: 'field-invalid', errors: { address: 'The channel Sales has this address already.' } }) });
  show(<ChannelSettings channel={channel} />);
  await userEvent.click(screen.getByText('Name, store and department'));
  await userEvent.type(screen.getByLabelText('Address customers write to'), 'a');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('The channel Sales has this address already.')).toBeVisible();
});

test('a leaked key is changed without overlap', async () => {
  const calls = serve({ 'POST /api/channels/support/key': () => channel });
  show(<ChangeKey channel={channel} />);
  await userEvent.click(screen.getByText('Change the key'));
  await userEvent.selectOptions(screen.getByLabelText('The old key still works for'), 'Not at all: it has leaked');
  await userEvent.click(screen.getByRole('button', { name: 'Make a new key' }));
  expect(calls.at(-1)?.body).toEqual({ overlapHours: 0 });
});

test('an old key that still works is said to end', () => {
  show(<ChangeKey channel={{ ...channel, oldKeyEndsAt: '2025-06-02T10:20:00Z' }} />);
  expect(screen.getByRole('status')).toHaveTextContent('The old key works until');
});

test('a channel is switched off only after what that means was said', async () => {
  const calls = serve({ 'PUT /api/channels/support': () => channel });
  show(<ChannelSwitch channel={channel} />);
  await userEvent.click(screen.getByRole('button', { name: /^Switch off/ }));
  expect(screen.getByText(/answers in them still leave by it/)).toBeInTheDocument();
  expect(calls).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Switch off', hidden: true }));
  expect(calls.at(-1)?.body).toEqual({ active: false });
});
