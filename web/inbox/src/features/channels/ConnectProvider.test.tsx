import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import { ConnectProvider } from './ConnectProvider';
import { channel } from '@/test/channel';

const choose = async (name: string) => {
  await userEvent.click(screen.getByText('Connect a provider'));
  await userEvent.selectOptions(screen.getByLabelText('Provider'), name);
};

test('the address of a provider without a signature carries the key, but does not show it', async () => {
  show(<ConnectProvider channel={channel} />);
  await choose('Postmark');
  expect(screen.getByText(/email\/support\/postmark\?key=•+$/)).toBeVisible();
  expect(screen.queryByLabelText('Signing key')).toBeNull();
});

test('a signing key is saved and then leaves the page', async () => {
  const calls = serve({ 'PUT /api/channels/support/provider': () => channel });
  show(<ConnectProvider channel={channel} />);
  await choose('Mailgun');
  expect(screen.getByText(/email\/support\/mailgun$/)).toBeVisible();
  expect(screen.getByText(/A key is set/)).toBeVisible();
  await userEvent.type(screen.getByLabelText('Signing key'), 'a-long-signing-key');
  await userEvent.click(screen.getByRole('button', { name: 'Save key' }));
  expect(await screen.findByLabelText('Signing key')).toHaveValue('');
  expect(calls.at(-1)?.body).toEqual({ provider: 'mailgun', secret: 'a-long-signing-key', keyId: null });
});

test('a key that will not do stays in the field with the reason', async () => {
  serve({ 'PUT /api/channels/support/provider': () => new Refusal(422, { code: 'field-invalid', errors: { secret: 'This is no key.' } }) });
  show(<ConnectProvider channel={channel} />);
  await choose('SendGrid');
  await userEvent.type(screen.getByLabelText('Signing key'), 'nonsense');
  await userEvent.click(screen.getByRole('button', { name: 'Save key' }));
  expect(await screen.findByText('This is no key.')).toBeVisible();
  expect(screen.getByLabelText('Signing key')).toHaveValue('nonsense');
});
