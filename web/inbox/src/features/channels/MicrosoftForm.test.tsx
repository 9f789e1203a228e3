import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import { MicrosoftForm } from './MicrosoftForm';
import { channel } from '@/test/channel';

const fill = async () => {
  await userEvent.click(screen.getByText('Microsoft 365 mailbox'));
  await userEvent.type(screen.getByLabelText('Directory (tenant) ID or domain'), 'shop.test');
  await userEvent.type(screen.getByLabelText('Application (client) ID'), 'app');
  await userEvent.type(screen.getByLabelText('Client secret'), 'secret');
  fireEvent.change(screen.getByLabelText('Secret expires on'), { target: { value: '2030-01-31' } });
  await userEvent.click(screen.getByRole('button', { name: 'Try and connect' }));
};

test('what was typed is tried and saved; a desk without https looks by itself', async () => {
  const calls = serve({ 'PUT /api/channels/support/microsoft': () => channel });
  show(<MicrosoftForm channel={channel} />);
  await fill();
  expect(await screen.findByText(/It works/)).toBeVisible();
  expect(calls.at(-1)?.body).toMatchObject({ tenant: 'shop.test', address: 'support@x.cz', folder: 'inbox', secretExpiresAt: '2030-01-31T00:00:00Z', notifyUrl: null, importDays: 0 });
});

test('what Microsoft refuses stands at its field', async () => {
  serve({ 'PUT /api/channels/support/microsoft': () => new Refusal(422, { code: 'access-denied', errors: { address: 'The application may not read it.' } }) });
  show(<MicrosoftForm channel={channel} />);
  await fill();
  expect(await screen.findByText('The application may not read it.')).toBeVisible();
  expect(screen.getByLabelText('Client secret')).toHaveValue('secret');
});
