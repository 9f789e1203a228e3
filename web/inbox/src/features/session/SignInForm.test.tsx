import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, Refusal, serve, show } from '@/test/desk';
import { session } from '@shared/api/session';
import { SignInForm } from './SignInForm';

const fill = async (password: string) => {
  await userEvent.type(screen.getByLabelText('E-mail'), 'mia@shop.test');
  await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
};

test('a wrong password is told, and what was typed stays', async () => {
  serve({ 'POST /api/auth/login': () => new Refusal(401, { code: 'sign-in-failed', title: 'No.' }) });
  show(<SignInForm onDone={() => undefined} />);
  await fill('wrong');
  expect(await screen.findByRole('alert')).toHaveTextContent('do not belong together');
  expect(screen.getByLabelText('E-mail')).toHaveValue('mia@shop.test');
});

test('the right one begins a session', async () => {
  serve({ 'POST /api/auth/login': () => ({ token: 'fresh', expiresAt: '2030-01-01T00:00:00Z', agent: me }) });
  const done = vi.fn();
  show(<SignInForm onDone={done} />);
  await fill('right');
  await vi.waitFor(() => expect(done).toHaveBeenCalledWith(me));
  expect(session.get()?.token).toBe('fresh');
});
