import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import DepartmentsScreen from './DepartmentsScreen';

const departments = { 'GET /api/departments': () => ({ items: [{ id: 'sales', name: 'Sales', active: true }] }) };

test('a department is added', async () => {
  const calls = serve({ ...departments, 'POST /api/departments': () => ({ id: 'care', name: 'Care', active: true }) });
  show(<DepartmentsScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a department' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Care');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Add a department' })).toBeVisible();
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ name: 'Care' });
});

test('a department that channels bring work says which', async () => {
  serve({ ...departments, 'PUT /api/departments/sales': () => new Refusal(409, { code: 'department-in-use', title: 'Channels still bring messages here: Chat.' }) });
  show(<DepartmentsScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Switch off: Sales' }));
  await userEvent.click(screen.getByRole('button', { name: 'Switch off' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Chat');
});

test('a department gives its tickets out, only to who is there', async () => {
  const calls = serve({ ...departments, 'PUT /api/departments/sales': () => ({ id: 'sales', name: 'Sales', active: true }) });
  show(<DepartmentsScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Sales' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'New tickets go to' }), 'The least busy agent');
  expect(screen.getByRole('switch', { name: 'Only to agents who are there' })).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Edit: Sales' })).toBeVisible();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ name: 'Sales', assignment: 'leastBusy', presentOnly: true, lead: '' });
});
