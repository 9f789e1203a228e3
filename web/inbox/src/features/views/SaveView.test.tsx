import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import { SaveView } from './SaveView';

test('a narrowed list is saved by a name, and a name that is taken is said at its field', async () => {
  let times = 0;
  const calls = serve({ 'POST /api/views': () => (times++ === 0 ? new Refusal(422, { code: 'field-invalid', title: 'Taken.', errors: { name: 'Another one has this name already.' } }) : { key: 'saved-vip' }) });
  const saved = vi.fn();
  show(<SaveView query={{ view: 'open', label: 'vip', sort: undefined }} onSaved={saved} onClose={() => undefined} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'VIPs');
  await userEvent.click(screen.getByRole('switch', { name: 'For everybody' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Another one has this name already.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saved).toHaveBeenCalled());
  expect(calls.find(({ method }) => method === 'POST')).toMatchObject({ path: '/api/views?view=open&label=vip', body: { name: 'VIPs', shared: true } });
});
