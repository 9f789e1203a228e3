import { screen } from '@testing-library/react';
import { serve, show, ticket } from '@/test/desk';
import { ConversationHeader } from './ConversationHeader';

const header = (before: typeof ticket.followUpOf, from: typeof ticket.splitFrom = null) => {
  serve();
  show(
    <ConversationHeader ticket={ticket} before={before} from={from} hrefOf={(id) => `/tickets/${id}`} onBack={() => undefined}>
      {null}
    </ConversationHeader>,
  );
};

test('a ticket that goes on with a closed one leads back to it', () => {
  header({ id: 't0', number: 7 });
  expect(screen.getByRole('link', { name: 'Goes on with #7' })).toHaveAttribute('href', '/tickets/t0');
});

test('a ticket that was split off leads back to where it was', () => {
  header(null, { id: 't0', number: 7 });
  expect(screen.getByRole('link', { name: 'Split from #7' })).toHaveAttribute('href', '/tickets/t0');
});

test('a ticket of its own goes on with none', () => {
  header(null);
  expect(screen.queryByRole('link')).toBeNull();
});
