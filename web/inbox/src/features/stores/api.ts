import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { Items, NewStore, Store, StoreChange } from '@shared/api/schema';
import type { Answers } from './unsaved';

const none: Store[] = [];

const storesQuery = queryOptions({
  queryKey: ['stores'],
  queryFn: ({ signal }) => api.get<Items<Store>>('/api/stores', {}, signal),
  staleTime: 300_000,
});

export const useStores = () => useQuery(storesQuery).data?.items ?? none;

/** The stores as they stand now, for whoever is about to change them. */
export const useStoreSettings = () => useQuery({ ...storesQuery, staleTime: 0, select: (all) => all.items });

/** Adds a store. */
export function useAddStore() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (wanted: NewStore) => api.post<Store>('/api/stores', wanted), onSuccess: () => client.invalidateQueries({ queryKey: storesQuery.queryKey }) });
}

/** Changes what a store is called and looks like, or whether it is on. */
export function useEditStore(id: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (change: StoreChange) => api.put<Store>(at('stores', id), change), onSuccess: () => client.invalidateQueries({ queryKey: storesQuery.queryKey }) });
}

/** Saves a store's automatic answers; `onSaved` hears of it even when the page has been left. */
export function useChangeStore(id: string, onSaved: (sent: Answers) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ on, texts, closedTexts, days, signature, quotes, look, portal }: Answers) => {
      const change: StoreChange = { confirmation: { on, texts, closedTexts }, followUpAfterDays: Number(days), signature, quotes, look, portal };
      return api.put<Store>(at('stores', id), change);
    },
    onSuccess: (changed, sent) => {
      client.setQueryData(storesQuery.queryKey, (all) => all && { items: all.items.map((store) => (store.id === id ? changed : store)) });
      onSaved(sent);
    },
  });
}
