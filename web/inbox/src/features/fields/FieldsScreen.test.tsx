import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import FieldsScreen from './FieldsScreen';

const size = { field: { key: 'size', type: 'choice', required: false, names: { en: 'Size' }, choices: [{ key: 'xl', names: { en: 'Very large' } }] }, stores: [] };
const desk = { 'GET /api/fields': () => ({ fields: [size] }) };

test('a field is added with a key of its own, and a fault stands beside it', async () => {
  const calls = serve({ ...desk, 'PUT /api/fields': () => new Refusal(422, { code: 'field-invalid', title: 'No.', errors: { 'fields[1].key': 'The key is there twice.' } }) });
  show(<FieldsScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a field' }));
  const keys = screen.getAllByRole('textbox', { name: 'Key' });
  await userEvent.clear(keys[1]!);
  await userEvent.type(keys[1]!, 'size');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('The key is there twice.')).toBeVisible();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ fields: [{ field: { key: 'size' } }, { field: { key: 'size', type: 'text' } }] });
});
