import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show } from '@/test/desk';
import RolesScreen from './RolesScreen';

test('a role is narrowed to some actions in some states', async () => {
  const calls = serve({ 'GET /api/roles': () => ({ items: [{ id: 'admin', name: 'admin', states: [], grants: null }] }), 'POST /api/roles': () => ({ id: 'front', name: 'Front', states: [], grants: [] }) });
  show(<RolesScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a role' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Front');
  await userEvent.click(screen.getByRole('switch', { name: 'May do only some things' }));
  for (const name of ['Reopen', 'Begin a conversation', 'Split off a message', 'Merge', 'Link', 'Change the customer']) await userEvent.click(screen.getByRole('checkbox', { name }));
  await userEvent.click(screen.getByRole('button', { name: 'Close: Only somewhere…' }));
  await userEvent.click(within(screen.getByRole('group', { name: 'In these states' })).getByRole('checkbox', { name: 'Open' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Add a role' })).toBeVisible();
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ name: 'Front', states: [], grants: [{ action: 'close', states: ['open'], departments: [] }] });
});
