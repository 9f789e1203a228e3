import { useQuery, type QueryClient } from '@tanstack/react-query';
import { api } from '@shared/api/client';
import { lookAgain } from '@shared/api/look-again';
import type { Items, View } from '@shared/api/schema';

const key = ['views'];

export const useViews = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Items<View>>('/api/views', {}, signal),
    select: (page) => page.items,
  });

export const recountViews = (client: QueryClient) => lookAgain(client, { queryKey: key });
