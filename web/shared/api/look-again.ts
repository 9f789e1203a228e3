import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';

/** Asks again for everything that matches, also what is being asked for the first time: that answer may be older than the news of a change. */
export async function lookAgain(client: QueryClient, filters: InvalidateQueryFilters = {}): Promise<void> {
  const asking = new Set(client.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching', predicate: (query) => query.state.data === undefined }));
  await client.invalidateQueries(filters);
  if (asking.size > 0) await client.invalidateQueries({ predicate: (query) => asking.has(query) });
}
