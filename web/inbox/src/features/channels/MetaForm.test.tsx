import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import type { Channel } from '@shared/api/schema';
import { MetaForm } from './MetaForm';
import { channel } from '@/test/channel';

const whatsapp: Channel = { ...channel, id: 'wa', kind: 'whatsapp', address: null, url: '/api/ingest/meta/wa' };

const fill = async () => {
  await userEvent.click(screen.getByText('Connect Meta'));
  await userEvent.type(screen.getByLabelText('ID of the phone number'), '3003');
  await userEvent.type(screen.getByLabelText('ID of the WhatsApp Business Account'), '4004');
  await userEvent.type(screen.getByLabelText('Access token'), 'token');
  await userEvent.type(screen.getByLabelText('App secret'), 'secret');
  await userEvent.click(screen.getByRole('button', { name: 'Try and connect' }));
};

test('an account is tried and connected', async () => {
  const calls = serve({ 'PUT /api/channels/wa/meta': () => whatsapp });
  show(<MetaForm channel={whatsapp} />);
  await fill();
  expect(await screen.findByText(/It works/)).toBeVisible();
  expect(calls.at(-1)?.body).toEqual({ accountId: '3003', accessToken: 'token', appSecret: 'secret', business: '4004' });
});

test('what Meta refuses stands at its field and the typing stays', async () => {
  serve({ 'PUT /api/channels/wa/meta': () => new Refusal(422, { code: 'reconnect', errors: { accessToken: 'It has run out.' } }) });
  show(<MetaForm channel={whatsapp} />);
  await fill();
  expect(await screen.findByText('It has run out.')).toBeVisible();
  expect(screen.getByLabelText('Access token')).toHaveValue('token');
});
