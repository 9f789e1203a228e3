import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, Refusal, serve, show } from '@/test/desk';
import { directory, emptyDirectory, library, way } from '@/test/entra';
import { SignInWays } from './SignInWays';

vi.mock('@azure/msal-browser', () => library);

beforeEach(emptyDirectory);

const at = (ways: object, email?: string) => {
  const calls = serve({ 'GET /api/auth/ways': () => ways });
  show(<SignInWays email={email} onDone={() => undefined} />);
  return calls;
};
const microsoft = () => screen.findByRole('button', { name: 'Sign in with Microsoft' });

test('a desk without Entra ID shows the form alone', async () => {
  at({ passwords: true, entra: null });
  expect(await screen.findByLabelText('Password')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Microsoft/ })).toBeNull();
});

test('a desk without passwords shows Microsoft alone', async () => {
  at({ passwords: false, entra: way });
  expect(await microsoft()).toBeVisible();
  expect(screen.queryByLabelText('Password')).toBeNull();
});

test('a desk with both shows both', async () => {
  at({ passwords: true, entra: way });
  expect(await microsoft()).toBeVisible();
  expect(screen.getByLabelText('Password')).toBeVisible();
});

test('signing in lets the person choose the account, and says where they are going', async () => {
  at({ passwords: false, entra: way });
  await userEvent.click(await microsoft());
  expect(await screen.findByRole('button', { name: 'Going to Microsoft…' })).toBeDisabled();
  expect(directory.leaves).toEqual([{ scopes: [way.scope], state: '/', prompt: 'select_account' }]);
});

test('signing in again goes on with the same account', async () => {
  at({ passwords: false, entra: way }, me.email);
  await userEvent.click(await microsoft());
  await vi.waitFor(() => expect(directory.leaves).toEqual([{ scopes: [way.scope], state: '/', loginHint: me.email }]));
});

test('ways that cannot be loaded are told, and asked for again', async () => {
  let broken = true;
  serve({ 'GET /api/auth/ways': () => (broken ? new Refusal(400, { title: 'Not now.' }) : { passwords: true, entra: null }) });
  show(<SignInWays onDone={() => undefined} />);
  expect(await screen.findByRole('alert')).toHaveTextContent('Not now.');
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText('Password')).toBeVisible();
});
