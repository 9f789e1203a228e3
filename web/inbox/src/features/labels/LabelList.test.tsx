import { screen, waitFor, within } from '@testing-library/react';
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

test('a label is deleted only once that is wanted, and it is said what goes with it', async () => {
  const calls = serve({ ...desk, 'PUT /api/labels': () => ({ id: 'j1' }) });
  show(<LabelList />);
  await userEvent.click(await screen.findByRole('button', { name: 'Delete refnd' }));
  const asked = screen.getByRole('dialog', { name: 'Delete “refnd”?' });
  expect(asked).toHaveTextContent('It is taken off every ticket. It cannot be had back.');
  expect(within(asked).getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.click(within(asked).getByRole('button', { name: 'Cancel' }));
  expect(calls.some(({ method }) => method === 'PUT')).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: 'Delete refnd' }));
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ name: 'refnd', delete: true }));
});
