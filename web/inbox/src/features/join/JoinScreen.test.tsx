import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, Refusal, serve, show } from '@/test/desk';
import JoinScreen from './JoinScreen';

afterEach(() => history.replaceState(null, '', '/'));

test('a password chosen by the link signs in', async () => {
  history.replaceState(null, '', '/join#eva.secret');
  const calls = serve({ 'POST /api/auth/join': () => ({ token: 'new', expiresAt: '2026-12-01T10:00:00Z', agent: me }) });
  show(<JoinScreen />);
  await userEvent.type(await screen.findByLabelText('Password'), 'a long password');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(location.pathname + location.hash).toBe('/'));
  expect(calls.find(({ path }) => path === '/api/auth/join')?.body).toEqual({ token: 'eva.secret', password: 'a long password' });
});

test('a link that was used says what to do', async () => {
  history.replaceState(null, '', '/join#eva.secret');
  serve({ 'POST /api/auth/join': () => new Refusal(410, { code: 'link-gone', title: 'This link was used already.' }) });
  show(<JoinScreen />);
  await userEvent.type(await screen.findByLabelText('Password'), 'a long password');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('used already');
});
