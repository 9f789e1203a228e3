import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { channel } from '@/test/channel';
import { me, serve, show } from '@/test/desk';
import SetupScreen from './SetupScreen';

const made = { ...channel, address: 'help@shop.test' };

const fill = (answers: Record<string, string>) =>
  Object.entries(answers).reduce((before, [label, value]) => before.then(async () => userEvent.type(await screen.findByLabelText(label), value)), Promise.resolve());

test('a desk where agents sign in with Microsoft asks for no password', async () => {
  const calls = serve({
    'GET /api/setup': () => ({ needed: true }),
    'GET /api/auth/ways': () => ({ passwords: false, entra: {} }),
    'POST /api/setup': () => ({ token: 't', agent: me, channel: made }),
  });
  show(<SetupScreen token="once" ways={({ name }) => `Ways of ${name}`} server={({ name }) => `Server of ${name}`} />);
  await fill({ 'Your name': 'Mia', 'E-mail': 'mia@shop.test', 'Name of the store': 'Shop', 'Support address': 'help@shop.test' });
  expect(screen.queryByLabelText('Password')).toBeNull();
  expect(screen.getByText(/address of your Microsoft account/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Create helpdesk' }));
  expect(await screen.findByText(`${location.origin}/api/ingest/email/support`)).toBeVisible();
  expect(screen.getByText('Ways of support@x.cz')).toBeVisible();
  expect(screen.getByText('Server of support@x.cz')).toBeVisible();
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ token: 'once', email: 'mia@shop.test', password: '' });
});

test('a desk with passwords asks for one as long as the server wants it', async () => {
  serve({ 'GET /api/setup': () => ({ needed: true }) });
  show(<SetupScreen token="once" ways={({ name }) => `Ways of ${name}`} server={({ name }) => `Server of ${name}`} />);
  expect(await screen.findByLabelText('Password')).toHaveAttribute('minlength', '10');
});
