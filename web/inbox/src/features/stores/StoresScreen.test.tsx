import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import type { Store } from '@shared/api/schema';
import StoresScreen from './StoresScreen';

const tea: Store = { id: 'tea', name: 'Tea', color: '#333333', language: 'cs', active: true, confirmation: { on: false, texts: {} }, followUpAfterDays: 30, signature: '', quotes: 'last', calendar: null, look: { framed: false, logo: '', footer: '' }, portal: { notice: false, origin: '' }, spam: {} };
const stores = { 'GET /api/stores': () => ({ items: [tea] }) };

test('a store is changed in place, and its answers are a link away', async () => {
  const calls = serve({ ...stores, 'PUT /api/stores/tea': () => tea });
  show(<StoresScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Tea' }));
  const name = screen.getByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'Coffee');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('link', { name: 'Signature and automatic answers' })).toHaveAttribute('href', '/settings/answers');
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ name: 'Coffee', color: '#333333', language: 'cs' });
});

test('a name the server refuses stays in the field with the reason', async () => {
  serve({ ...stores, 'POST /api/stores': () => new Refusal(422, { code: 'field-invalid', errors: { name: 'Another one has this name already.' } }) });
  show(<StoresScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a store' }));
  const form = within(screen.getByRole('region', { name: 'Add a store' }));
  await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Tea');
  await userEvent.click(form.getByRole('button', { name: 'Save' }));
  expect(await form.findByText('Another one has this name already.')).toBeVisible();
  expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Tea');
});

test('a store that channels still need says which', async () => {
  serve({ ...stores, 'PUT /api/stores/tea': () => new Refusal(409, { code: 'store-in-use', title: 'Channels still bring messages here: Contact form.' }) });
  show(<StoresScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Switch off: Tea' }));
  await userEvent.click(screen.getByRole('button', { name: 'Switch off' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Contact form');
});
