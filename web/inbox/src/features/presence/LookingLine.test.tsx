import { act, screen } from '@testing-library/react';
import { serve, show } from '@/test/desk';
import { heardLooking, LookingLine } from './api';

test('a colleague who looks or writes is named, and answered so that they know too', async () => {
  const calls = serve({ 'POST /api/tickets/t1/looking': () => undefined });
  show(<LookingLine ticketId="t1" writing={false} />);
  act(() => heardLooking({ ticketId: 't1', agent: 'col', writing: false }));
  expect(await screen.findByText('Col League is looking at this too')).toBeVisible();
  act(() => heardLooking({ ticketId: 't1', agent: 'col', writing: true }));
  expect(await screen.findByText('Col League is writing here')).toBeVisible();
  act(() => heardLooking({ ticketId: 'other', agent: 'col', writing: false }));
  expect(screen.queryByText(/looking/)).toBeNull();
  expect(calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([{ writing: false }, { writing: false }]);
});
