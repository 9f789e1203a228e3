import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import type { Channel } from '@shared/api/schema';
import { MailboxForm, SmtpForm } from './MailServers';
import { channel } from '@/test/channel';

const connected: Channel = {
  ...channel,
  mailbox: { account: { host: 'imap.x.cz', port: 993, security: 'implicit', user: 'support@x.cz', hasPassword: true, oauth: null, fingerprint: null }, folder: 'INBOX', moveTo: null },
  connections: [{ way: 'imap', succeededAt: '2025-06-02T10:20:00Z', fault: null, nextAt: null, expiresAt: null }],
};

test('a known service fills in its server, and what was typed is tried and saved', async () => {
  const calls = serve({ 'PUT /api/channels/support/mailbox': () => connected });
  show(<MailboxForm channel={channel} />);
  await userEvent.click(screen.getByText('Read a mailbox (IMAP)'));
  await userEvent.selectOptions(screen.getByLabelText('Mail service'), 'Seznam');
  expect(screen.getByLabelText('Server')).toHaveValue('imap.seznam.cz');
  expect(screen.getByLabelText('User name')).toHaveValue('support@x.cz');
  await userEvent.type(screen.getByLabelText('Password'), 'secret');
  await userEvent.selectOptions(screen.getByLabelText('Mail that is there already'), 'Also of the last 7 days');
  await userEvent.click(screen.getByRole('button', { name: 'Try and connect' }));
  expect(await screen.findByText(/It works/)).toBeVisible();
  expect(calls.at(-1)?.body).toEqual({
    account: { host: 'imap.seznam.cz', port: 993, security: 'implicit', user: 'support@x.cz', password: 'secret', oauth: null, fingerprint: null },
    folder: 'INBOX',
    moveTo: null,
    importDays: 7,
  });
});

test('what the server refuses stands at its field, and what was typed stays', async () => {
  serve({ 'PUT /api/channels/support/mailbox': () => new Refusal(422, { code: 'sign-in-refused', errors: { password: 'The server refuses the password.' } }) });
  show(<MailboxForm channel={channel} />);
  await userEvent.click(screen.getByText('Read a mailbox (IMAP)'));
  await userEvent.type(screen.getByLabelText('Server'), 'imap.x.cz');
  await userEvent.type(screen.getByLabelText('Password'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: 'Try and connect' }));
  expect(await screen.findByText('The server refuses the password.')).toBeVisible();
  expect(screen.getByLabelText('Password')).toHaveValue('wrong');
});

test('a certificate nobody knows can be trusted by its fingerprint', async () => {
  const calls = serve({ 'PUT /api/channels/support/smtp': () => new Refusal(422, { code: 'certificate-unknown', errors: { fingerprint: 'Trust its fingerprint AB12.' } }) });
  show(<SmtpForm channel={channel} />);
  await userEvent.click(screen.getByText('Send by your own mail server (SMTP)'));
  await userEvent.type(screen.getByLabelText('Server'), 'mail.x.cz');
  await userEvent.selectOptions(screen.getByLabelText('Security'), 'STARTTLS');
  expect(screen.getByLabelText('Port')).toHaveValue('587');
  await userEvent.type(screen.getByLabelText('Password'), 'secret');
  await userEvent.click(screen.getByRole('button', { name: 'Try and connect' }));
  await userEvent.type(await screen.findByLabelText('Trusted certificate (SHA-256)'), 'AB12');
  await userEvent.click(screen.getByRole('button', { name: 'Try and connect' }));
  expect(calls.at(-1)?.body).toMatchObject({ fingerprint: 'AB12', security: 'startTls' });
});

test('a connected mailbox can be disconnected, and its password is never here', async () => {
  const calls = serve({ 'DELETE /api/channels/support/mailbox': () => channel });
  show(<MailboxForm channel={connected} />);
  const summary = screen.getByText('Read a mailbox (IMAP)');
  expect(within(summary).getByText('connected')).toBeVisible();
  await userEvent.click(summary);
  expect(screen.getByLabelText('Password')).toHaveValue('');
  expect(screen.getByText('One is set. Leave this empty to keep it.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Disconnect' }));
  expect(calls.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/channels/support/mailbox' });
});
