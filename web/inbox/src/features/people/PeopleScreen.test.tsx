import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { colleague, me, Refusal, serve, show } from '@/test/desk';
import PeopleScreen from './PeopleScreen';

const roles = { 'GET /api/roles': () => ({ items: [{ id: 'admin', name: 'admin', states: [], grants: null }, { id: 'agent', name: 'agent', states: [], grants: null }] }) };
const eva = { ...colleague, id: 'eva', name: 'Eva New', email: 'eva@shop.test', joined: false };

test('an agent is added and gets a link that is shown once', async () => {
  let all = [me];
  const calls = serve({
    ...roles,
    'GET /api/agents': () => ({ items: all }),
    'POST /api/agents': () => {
      all = [me, eva];
      return eva;
    },
    'POST /api/agents/eva/link': () => ({ path: '/join#eva.secret', before: '2026-12-01T10:00:00Z' }),
  });
  show(<PeopleScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add an agent' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Eva New');
  await userEvent.type(screen.getByRole('textbox', { name: 'E-mail' }), 'eva@shop.test');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Make an invitation link' }));
  expect(await screen.findByText(/\/join#eva\.secret$/)).toBeVisible();
  expect(calls.find(({ method, path }) => method === 'POST' && path === '/api/agents')?.body).toMatchObject({ name: 'Eva New', email: 'eva@shop.test', role: 'agent', capacity: -1 });
});

test('the last admin cannot be sent away, and the page says why', async () => {
  serve({ ...roles, 'PUT /api/agents/me': () => new Refusal(409, { code: 'last-admin', title: 'This is the last admin who can sign in.' }) });
  show(<PeopleScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Has left: Mia Agent' }));
  await userEvent.click(screen.getByRole('button', { name: 'Has left' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('last admin');
});
