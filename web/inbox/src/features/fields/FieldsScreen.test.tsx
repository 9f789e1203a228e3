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

test('choices are written a line each, and one put between others leaves their keys alone', async () => {
  const calls = serve({ ...desk, 'PUT /api/fields': ({ body }) => body });
  show(<FieldsScreen />);
  const choices = await screen.findByRole('textbox', { name: 'Answers to choose, one on a line' });
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  await userEvent.type(choices, '{Home}Small{Enter}', { initialSelectionStart: 0, initialSelectionEnd: 0 });
  expect(choices).toHaveValue('Small\nVery large');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(calls.find(({ method }) => method === 'PUT')?.body).toMatchObject({ fields: [{ field: { choices: [{ key: 'choice', names: { en: 'Small' } }, { key: 'xl', names: { en: 'Very large' } }] } }] });
});

test('the key of a new field follows its name until it is changed, and one in force stays', async () => {
  serve(desk);
  show(<FieldsScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a field' }));
  const [old, name] = screen.getAllByRole('textbox', { name: 'Name' });
  const keys = () => screen.getAllByRole('textbox', { name: 'Key' }).map((box) => (box as HTMLInputElement).value);
  expect(keys()).toEqual(['size', 'field']);
  await userEvent.type(name!, 'Číslo objednávky');
  await userEvent.type(old!, 's');
  expect(keys()).toEqual(['size', 'cislo-objednavky']);
  await userEvent.type(screen.getAllByRole('textbox', { name: 'Key' })[1]!, '-2');
  await userEvent.type(name!, '!');
  expect(keys()).toEqual(['size', 'cislo-objednavky-2']);
});
