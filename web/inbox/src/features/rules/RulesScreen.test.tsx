import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import { newEffect, newRule } from './rule';
import RulesScreen from './RulesScreen';

const rule = { id: 'refunds', order: 1, stoppedAt: null, says: { ...newRule, name: 'Refunds', then: [newEffect('close')] } };
const desk = { 'GET /api/rules': () => ({ items: [rule, { ...rule, id: 'second', says: { ...rule.says, name: 'Second' } }] }) };

test('a rule is made of what it looks for and what it does', async () => {
  const calls = serve({ 'GET /api/rules': () => ({ items: [] }), 'POST /api/rules': () => rule });
  show(<RulesScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a rule' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Refunds');
  await userEvent.type(screen.getByRole('textbox', { name: 'Values, parted by commas' }), 'refund, money back');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Action' }), 'close');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Add a rule' })).toBeVisible();
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ name: 'Refunds', when: 'newTicket', if: [{ field: 'words', test: 'contains', values: ['refund', 'money back'] }], then: [{ action: 'close' }] });
});

test('a rule says in the list what it asks and does', async () => {
  const says = { ...rule.says, if: [{ field: 'words', test: 'contains', values: ['refund', 'money back'], key: null }], then: [{ ...newEffect('label'), labels: { add: ['refund'], remove: [] } }, newEffect('close')] };
  serve({ 'GET /api/rules': () => ({ items: [{ ...rule, says }] }) });
  show(<RulesScreen />);
  expect(await screen.findByText('Text of the message contains refund, money back')).toBeVisible();
  expect(await screen.findByText('→ label refund, Close')).toBeVisible();
});

test('what is wrong stands where it is wrong, and what was written stays', async () => {
  serve({ ...desk, 'PUT /api/rules/refunds': () => new Refusal(422, { code: 'field-invalid', title: 'No.', errors: { 'if[0].values': 'Give 1 to 200 values.', name: 'Give it a name.' } }) });
  show(<RulesScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Refunds' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Give 1 to 200 values.')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Refunds');
});

test('a dry run shows how far it is and then what it would have acted on', async () => {
  const job = { id: 'j1', kind: 'dryRun', state: 'running', at: '2026-01-01T00:00:00Z', total: 12000, done: 3000, results: [], canUndo: false, fits: 1 };
  serve({ ...desk, 'POST /api/rules/dry-run': () => job, 'GET /api/jobs/j1': () => ({ ...job, state: 'done', done: 12000, fits: 2, results: [{ id: 't1', number: 7, code: 'fits', sentence: 'Refund?' }] }) });
  show(<RulesScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Refunds' }));
  await userEvent.click(screen.getByRole('button', { name: 'Try on past tickets' }));
  expect(await screen.findByText('Of 12,000 tickets it would have acted on 2. Nothing was changed.')).toBeVisible();
  expect(within(screen.getByRole('region', { name: 'Try on past tickets' })).getByRole('link', { name: '#7 Refund?' })).toHaveAttribute('href', '/tickets/t1');
});

test('rules are put in another order', async () => {
  const calls = serve({ ...desk, 'PUT /api/rules/order': ({ body }) => body });
  show(<RulesScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Later: Refunds' }));
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ rules: ['second', 'refunds'] });
});

test('a rating is compared with stars, at least or at most so many', async () => {
  const calls = serve({ 'GET /api/rules': () => ({ items: [] }), 'POST /api/rules': () => rule });
  show(<RulesScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a rule' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Unhappy');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'When' }), 'A customer rates');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What' }), 'Rating');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'How' }), 'is at most');
  expect(screen.queryByRole('option', { name: 'Not rated' })).toBeNull();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Value' }), '2 stars');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Add a rule' })).toBeVisible();
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ when: 'rated', if: [{ field: 'rating', test: 'atMost', values: ['2'] }] });
});
