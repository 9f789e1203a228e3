import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import { lookAgain } from '@shared/api/look-again';
import type { Items, NewView, View } from '@shared/api/schema';

const key = ['views'];

export const useViews = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Items<View>>('/api/views', {}, signal),
    select: (page) => page.items,
  });

export const recountViews = (client: QueryClient) => lookAgain(client, { queryKey: key });

/** Keeps a narrowed list among the views, or changes the one of this key. */
export function useSaveView(edited?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ query, view }: { query: Record<string, string | string[] | undefined>; view: NewView }) => (edited === undefined ? api.post<View>('/api/views', view, { query }) : api.put<View>(at('views', edited), view, { query: { ...query, view: undefined } })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }).then(() => client.invalidateQueries({ queryKey: ['tickets', 'list'] })),
  });
}

export function useDeleteView() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (view: string) => api.delete<undefined>(at('views', view)), onSuccess: () => client.invalidateQueries({ queryKey: key }) });
}

/** Puts the views in order, at once on the screen. */
export function useOrderViews() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (views: View[]) => api.put('/api/views/order', { views: views.map((view) => view.key) }),
    onMutate: (views) => client.setQueryData(key, { items: views }),
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
}
