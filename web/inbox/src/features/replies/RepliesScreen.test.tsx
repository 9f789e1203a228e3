import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import RepliesScreen from './RepliesScreen';

const reply = { id: 'late', name: 'Late', folder: 'Parcels', shared: true, own: true, texts: { en: 'It is late.' } };
const variables = { items: [{ name: 'ticket.number', mayBeEmpty: false, example: '#1' }, { name: 'customer.name', mayBeEmpty: true, example: 'Anna' }] };
const desk = { 'GET /api/replies': () => ({ items: [reply] }), 'GET /api/replies/variables': () => variables };

test('variables are put in where the cursor stands, with words for when they are empty', async () => {
  const calls = serve({ ...desk, 'PUT /api/replies/late': () => reply });
  show(<RepliesScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Late' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), ' ');
  await userEvent.click(await screen.findByRole('button', { name: 'customer.name' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Edit: Late' })).toBeVisible();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ name: 'Late', folder: 'Parcels', shared: true, texts: { en: 'It is late. {{or customer.name "…"}}' } });
});

test('a preview shows the words as the newest ticket gets them', async () => {
  serve({ ...desk, 'POST /api/replies/preview': () => ({ ticket: 12, texts: { en: 'Dear Anna' } }) });
  show(<RepliesScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Late' }));
  await userEvent.click(screen.getByRole('button', { name: 'Preview on the newest ticket' }));
  expect(await screen.findByText('Dear Anna')).toBeVisible();
  expect(screen.getByText('As ticket #12 would get it')).toBeVisible();
});

test('a fault in another language is told with the language', async () => {
  serve({ ...desk, 'PUT /api/replies/late': () => new Refusal(422, { code: 'field-invalid', title: 'No.', errors: { 'texts.cs': "Line 1: There is no variable 'x.y'." } }) });
  show(<RepliesScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Late' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Čeština: Line 1/)).toBeVisible();
});

test('a ready reply is taken over with the words of every language', async () => {
  const calls = serve({ ...desk, 'GET /api/replies/ready': () => ({ items: [{ key: 'ask-rating', names: { en: 'Ask for a rating' }, texts: { en: 'How did we do?', cs: 'Jak?' } }] }), 'POST /api/replies': () => reply });
  show(<RepliesScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a saved reply' }));
  await userEvent.click(screen.getByRole('button', { name: 'Take a ready one: ask for a rating' }));
  expect(await screen.findByDisplayValue('How did we do?')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Add a saved reply' })).toBeVisible();
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ name: 'Ask for a rating', texts: { en: 'How did we do?', cs: 'Jak?' } });
});
