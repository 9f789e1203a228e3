import { screen, waitFor } from '@testing-library/react';
import { serve, show } from '@/test/desk';
import { SignInScreen } from './SignInScreen';

const at = (needed: boolean) => {
  history.replaceState(null, '', '/inbox/open');
  serve({ 'GET /api/setup': () => ({ needed }), 'GET /api/auth/ways': () => ({ passwords: true, entra: null }) });
  show(<SignInScreen />);
};

test('where nobody can sign in yet, the first admin is made', async () => {
  at(true);
  await waitFor(() => expect(location.pathname).toBe('/setup'));
});

test('a desk with agents asks them to sign in', async () => {
  at(false);
  expect(await screen.findByLabelText('Password')).toBeVisible();
  expect(location.pathname).toBe('/inbox/open');
});
