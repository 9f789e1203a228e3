import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, Refusal, serve, show } from '@/test/desk';
import ProfileDialog from './ProfileDialog';

test('a new name is saved and the dialog closes', async () => {
  const calls = serve({ 'PUT /api/me': () => ({ ...me, name: 'Mia Nová' }) });
  const closed = vi.fn();
  show(<ProfileDialog onClose={closed} />);
  await userEvent.clear(screen.getByRole('textbox', { name: 'Name' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Mia Nová');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ name: 'Mia Nová' });
  expect(closed).toHaveBeenCalled();
});

test('a name that will not do says so under the field', async () => {
  serve({ 'PUT /api/me': () => new Refusal(422, { code: 'invalid', title: 'Not that name', errors: { name: 'Say what colleagues and customers call you.' } }) });
  show(<ProfileDialog onClose={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Say what colleagues and customers call you.')).toBeVisible();
});
