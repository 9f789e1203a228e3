import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show, ticket } from '@/test/desk';
import { FieldsCard } from './FieldsCard';

const size = { field: { key: 'size', type: 'choice', required: false, names: { en: 'Size' }, choices: [{ key: 'xl', names: { en: 'Very large' } }] }, stores: [] };
const desk = { 'GET /api/fields': () => ({ fields: [size] }) };

test('a field of a ticket is filled in at once', async () => {
  const calls = serve({ ...desk, 'POST /api/tickets/t1/actions/fill': () => ({ ...ticket, fields: { size: 'xl' } }) });
  show(<FieldsCard ticket={{ ...ticket, actions: ['fill'] }} />);
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Size' }), 'Very large');
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ fields: { size: 'xl' } });
});
