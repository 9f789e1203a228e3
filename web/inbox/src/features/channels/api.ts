import { useQuery } from '@tanstack/react-query';
import { api } from '@shared/api/client';
import type { Channel, Items } from '@shared/api/schema';

export const useChannels = () =>
  useQuery({
    queryKey: ['channels'],
    queryFn: ({ signal }) => api.get<Items<Channel>>('/api/channels', {}, signal),
    staleTime: 60_000,
    select: (page) => page.items,
  });
