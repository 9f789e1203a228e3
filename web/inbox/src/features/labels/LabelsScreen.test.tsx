import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import LabelsScreen from './LabelsScreen';

const learned = {
  on: false,
  running: false,
  learnedAt: '2026-06-01T02:20:00Z',
  tickets: 320,
  missing: 0,
  fewestOfLabel: 20,
  languages: [
    {
      language: 'en',
      tickets: 320,
      precision: 0.95,
      coverage: 0.7,
      labels: [
        { label: 'refund', examples: 120, suggested: true, precision: 0.97, coverage: 0.8 },
        { label: 'gift', examples: 12, suggested: false, precision: null, coverage: null },
        { label: 'vague', examples: 80, suggested: false, precision: null, coverage: null },
      ],
    },
  ],
};
const desk = { 'GET /api/labels/learning': () => learned };

test('each label says how often it was right, or why it is not suggested', async () => {
  serve(desk);
  show(<LabelsScreen />);
  const english = await screen.findByRole('region', { name: 'English' });
  expect(within(english).getByText('Right 95%, with a suggestion 70%')).toBeVisible();
  expect(within(english).getByRole('row', { name: 'refund 120 97% 80%' })).toBeVisible();
  expect(within(english).getByRole('row', { name: 'gift 12 fewer than 20 examples' })).toBeVisible();
  expect(within(english).getByRole('row', { name: 'vague 80 not told surely enough' })).toBeVisible();
});

test('labels are put on new tickets once that is on', async () => {
  const calls = serve({ ...desk, 'PUT /api/labels/learning': () => ({ ...learned, on: true }) });
  show(<LabelsScreen />);
  await userEvent.click(await screen.findByRole('switch', { name: 'Label new tickets automatically' }));
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ on: true });
  expect(await screen.findByRole('switch')).toBeChecked();
});

test('a run that is asked for shows that it is under way', async () => {
  serve({ ...desk, 'POST /api/labels/learning/train': () => ({ ...learned, running: true }) });
  show(<LabelsScreen />);
  await userEvent.click(await screen.findByRole('button', { name: 'Learn now' }));
  expect(await screen.findByRole('button', { name: 'Learning…' })).toBeDisabled();
});

test('a desk without enough labelled tickets says how many are missing', async () => {
  serve({ 'GET /api/labels/learning': () => ({ ...learned, learnedAt: null, tickets: 30, missing: 170, languages: [] }) });
  show(<LabelsScreen />);
  expect(await screen.findByText(/170 more/)).toBeVisible();
});

test('a refusal is told and nothing is turned on', async () => {
  serve({ ...desk, 'PUT /api/labels/learning': () => new Refusal(403, { code: 'not-allowed', title: 'Your role does not allow this.' }) });
  show(<LabelsScreen />);
  await userEvent.click(await screen.findByRole('switch'));
  expect(await screen.findByRole('alert')).toHaveTextContent('Your role does not allow this.');
  expect(screen.getByRole('switch')).not.toBeChecked();
});
