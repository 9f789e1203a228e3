import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import { LabelList } from './LabelList';

const desk = { 'GET /api/labels': () => ({ items: [{ name: 'refnd', color: null }] }) };

test('a label is renamed, and tickets follow', async () => {
  const calls = serve({ ...desk, 'PUT /api/labels': () => ({ id: 'j1' }) });
  show(<LabelList />);
  await userEvent.click(await screen.findByRole('button', { name: 'Rename refnd' }));
  await userEvent.clear(screen.getByRole('textbox', { name: 'New name' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'New name' }), 'refund{Enter}');
  await waitFor(() => expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ name: 'refnd', newName: 'refund' }));
});

test('a name that cannot be is said, and stays in its field', async () => {
  serve({ ...desk, 'PUT /api/labels': () => new Refusal(422, { code: 'field-invalid', title: 'A label has no comma.' }) });
  show(<LabelList />);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Label' }), 'a,b');
  await userEvent.click(screen.getByRole('button', { name: 'Add a label' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('A label has no comma.');
  expect(screen.getByRole('textbox', { name: 'Label' })).toHaveValue('a,b');
});
