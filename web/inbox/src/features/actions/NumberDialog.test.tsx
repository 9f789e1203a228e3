import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show, ticket } from '@/test/desk';
import { NumberDialog } from './NumberDialog';

const other = (number: number, category: 'open' | 'closed') => ({ ...ticket, id: `t${number}`, number, subject: `Parcel ${number}`, state: category, category });

test('other tickets of the customer are offered, open ones first, and the one chosen is merged into', async () => {
  const calls = serve({
    'GET /api/tickets': () => ({ items: [ticket, other(20, 'closed'), other(21, 'open')], next: null }),
    'POST /api/tickets/t1/merge': () => other(21, 'open'),
  });
  const onClose = vi.fn();
  show(<NumberDialog ticket={ticket} way="merge" onClose={onClose} />);
  const offered = within(await screen.findByRole('list', { name: 'Other tickets' })).getAllByRole('button');
  expect(offered.map((one) => one.textContent)).toEqual([expect.stringContaining('#21'), expect.stringContaining('#20')]);
  await userEvent.click(offered[0]!);
  expect(screen.getByRole('textbox')).toHaveValue('21');
  expect(offered[0]).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ number: 21 });
  expect(onClose).toHaveBeenCalled();
});
