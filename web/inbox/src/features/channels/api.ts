import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { Channel, Items, ProviderSecret } from '@shared/api/schema';

export const useChannels = () =>
  useQuery({
    queryKey: ['channels'],
    queryFn: ({ signal }) => api.get<Items<Channel>>('/api/channels', {}, signal),
    staleTime: 60_000,
    select: (page) => page.items,
  });

/** Tells a channel what a provider signs with; null forgets it. */
export function useSetProviderSecret(channel: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (told: ProviderSecret) => api.put<Channel>(at('channels', channel, 'provider'), told),
    onSuccess: () => client.invalidateQueries({ queryKey: ['channels'] }),
  });
}
