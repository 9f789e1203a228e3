import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import SlaScreen from './SlaScreen';

const says = { name: 'Fast', stores: [], channels: [], priorities: [], firstReply: 240, nextReply: null, resolution: 2880, businessHours: true, warnMinutes: null, warnAction: null, breachAction: null };
const desk = { 'GET /api/sla': () => ({ items: [{ id: 'fast', order: 1, says }] }) };

test('a policy says what it promises as people say it', async () => {
  serve(desk);
  show(<SlaScreen />);
  expect(await screen.findByText(/First answer: 4 hours · Closed: 2 days/)).toBeVisible();
});

test('a promise is given in the unit of choice', async () => {
  const calls = serve({ 'GET /api/sla': () => ({ items: [] }), 'POST /api/sla': () => ({ id: 'fast', order: 1, says }) });
  show(<SlaScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a policy' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Fast');
  await userEvent.type(screen.getByRole('spinbutton', { name: 'First answer' }), '1.5');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'First answer: Unit' }), 'days');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Add a policy' })).toBeVisible();
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ name: 'Fast', firstReply: 2160, businessHours: true });
});

test('what is wrong stands where it is wrong', async () => {
  serve({ ...desk, 'PUT /api/sla/fast': () => new Refusal(422, { code: 'field-invalid', title: 'No.', errors: { firstReply: 'Promise at least one thing.' } }) });
  show(<SlaScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Fast' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Promise at least one thing.')).toBeVisible();
});
