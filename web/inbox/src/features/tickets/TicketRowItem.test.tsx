import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serve, show, ticket } from '@/test/desk';
import { TicketRowItem } from './TicketRowItem';

const row = (part: Partial<typeof ticket> = {}, onOpen = vi.fn()) => {
  serve();
  show(
    <TicketRowItem
      row={{ ...ticket, ...part }}
      href="/inbox/open/t1"
      selected={false}
      stateName="Open"
      assigneeName="Mia Agent"
      store={{ name: 'Shop', color: '#333333' }}
      onOpen={onOpen}
      onNear={() => undefined}
    />,
  );
  return { link: screen.getByRole('link'), onOpen };
};

test('a row says in words what its signs mean', () => {
  const { link } = row({ unread: true, counts: { messages: 3, attachments: 2 } });
  expect(link).toHaveTextContent('Open');
  for (const sign of ['Unread', '2 attachments', 'E-mail', 'Shop', 'Assigned to Mia Agent']) expect(screen.getByRole('img', { name: sign })).toBeVisible();
});

test('a click opens in place, a modified one is left to the browser', async () => {
  const { link, onOpen } = row();
  const user = userEvent.setup();
  await user.click(link);
  expect(onOpen).toHaveBeenCalledTimes(1);
  link.addEventListener('click', (event) => event.preventDefault());
  await user.keyboard('{Control>}');
  await user.click(link);
  expect(onOpen).toHaveBeenCalledTimes(1);
});

test('a rating is a small star to the eye and a sentence to a reader', () => {
  row({ rating: { stars: 4, comment: '', at: '2025-06-01T10:00:00Z' } });
  expect(screen.getByRole('img', { name: '4 stars' })).toHaveTextContent('★ 4');
});
