import { useQuery } from '@tanstack/react-query';
import { api } from '@shared/api/client';
import type { CustomerFound, Page } from '@shared/api/schema';

export { ComesBy } from './ComesBy';

const least = 2;
const fewPages = 3;

/** Customers by a few letters of their name, address or number; none for fewer than two. */
export const useFoundCustomers = (typed: string) => {
  const q = typed.trim().slice(0, 200);
  return useQuery({
    queryKey: ['customers', 'found', q],
    queryFn: async ({ signal }) => {
      if (q.length < least) return null;
      const ask = (after?: string) => api.get<Page<CustomerFound>>('/api/customers', { q, limit: 8, ...(after ? { after } : {}) }, signal);
      let page = await ask();
      // Who sees few tickets may be answered before anybody of theirs was looked at.
      for (let pages = 1; page.items.length === 0 && page.next && pages < fewPages; pages++) page = await ask(page.next);
      return page;
    },
    placeholderData: (before) => (q.length < least ? undefined : before),
    select: (page) => page?.items,
  });
};

/** What a customer who was found is called, whichever way they come. */
export const nameable = ({ name, identities: [first] }: Pick<CustomerFound, 'name' | 'identities'>) => ({ name: name === first?.value ? null : name, address: first?.value ?? name });
