import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import type { Block, Store } from '@shared/api/schema';
import SpamScreen from './SpamScreen';

const tea: Store = { id: 's1', name: 'Tea', color: '#333333', language: 'en', active: true, confirmation: { on: false, texts: {} }, followUpAfterDays: 30, signature: '', quotes: 'last', calendar: null, look: { framed: false, logo: '', footer: '' }, portal: { notice: false, origin: '' }, spam: { on: true, threshold: 70, confirmSenders: false } };
const bob: Block = { id: 'b1', address: 'bob@spam.test', note: '#7', by: 'me', at: '2026-06-01T02:20:00Z' };
const desk = {
  'GET /api/stores': () => ({ items: [tea] }),
  'GET /api/blocks': () => ({ items: [bob] }),
  'GET /api/spam': () => ({ spam: 3, wanted: 25, words: 900, fewest: 20, blocked: 1 }),
};

test('a store is guarded more strictly, and strangers are asked to confirm by a link to this desk', async () => {
  const calls = serve({ ...desk, 'PUT /api/stores/s1': () => tea });
  show(<SpamScreen />);
  const card = within(await screen.findByRole('region', { name: 'Tea' }));
  expect(card.getByRole('button', { name: 'Save' })).toBeDisabled();
  fireEvent.change(card.getByRole('slider', { name: 'Out of sight from this score on' }), { target: { value: '50' } });
  expect(card.getByText(/^50: strict/)).toBeVisible();
  await userEvent.click(card.getByRole('switch', { name: 'Ask strangers to confirm' }));
  await userEvent.click(card.getByRole('button', { name: 'Save' }));
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ spam: { on: true, threshold: 50, confirmSenders: true, origin: location.origin } });
});

test('a store that is not guarded asks nothing more', async () => {
  serve(desk);
  show(<SpamScreen />);
  await userEvent.click(await screen.findByRole('switch', { name: 'Guard against spam' }));
  expect(screen.queryByRole('slider')).not.toBeInTheDocument();
});

test('a sender is blocked and taken off again, and what the server refuses stays in the field', async () => {
  let times = 0;
  const calls = serve({ ...desk, 'POST /api/blocks': () => (times++ === 0 ? new Refusal(422, { code: 'field-invalid', title: 'Look at this.', errors: { address: 'Give a mail address.' } }) : bob), 'DELETE /api/blocks/b1': () => undefined });
  show(<SpamScreen />);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Address or domain' }), 'nobody');
  await userEvent.click(screen.getByRole('button', { name: 'Block' }));
  expect(await screen.findByText('Give a mail address.')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Address or domain' })).toHaveValue('nobody');
  await userEvent.click(await screen.findByRole('button', { name: 'Unblock: bob@spam.test' }));
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(true);
});

test('it says what was learned, and what is missing before that counts', async () => {
  serve(desk);
  show(<SpamScreen />);
  expect(await screen.findByText('Spam: 3. Not spam: 25. Words: 900.')).toBeVisible();
  expect(screen.getByText(/20 tickets of each kind/)).toBeVisible();
});
