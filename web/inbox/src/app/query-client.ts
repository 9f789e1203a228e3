import { QueryClient } from '@tanstack/react-query';
import { Problem } from '@shared/api/problem';

const tries = 2;

/** Server data stays fresh for half a minute, since changes are pushed; what the server refuses is not asked again. */
export const createClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 900_000,
        networkMode: 'always',
        retry: (count, error) => !(error instanceof Problem && error.status < 500) && count < tries,
      },
      mutations: { networkMode: 'always' },
    },
  });
