import { useQuery } from '@tanstack/react-query';
import { api } from '@shared/api/client';
import type { Items, Store } from '@shared/api/schema';

const none: Store[] = [];

export function useStores() {
  const { data } = useQuery({
    queryKey: ['stores'],
    queryFn: ({ signal }) => api.get<Items<Store>>('/api/stores', {}, signal),
    staleTime: 300_000,
  });
  return data?.items ?? none;
}
