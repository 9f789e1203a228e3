import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { AccountChange, Channel, ChannelChange, ConnectionWay, Items, MailboxChange, MessageTemplate, MetaChange, NewChannel, ProviderSecret, SharedMailboxChange } from '@shared/api/schema';

const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => api.get<Items<Channel>>('/api/channels', {}, signal),
  staleTime: 60_000,
});

export const useChannels = () => useQuery({ ...channelsQuery, select: (page) => page.items });

const soon = 14 * 24 * 3_600_000;

/** What is the matter with a channel, worst first; null where nothing is. */
export function troubleOf({ connections, quiet }: Channel): 'fault' | 'expires' | 'quiet' | null {
  if (connections.some(({ fault }) => fault)) return 'fault';
  if (connections.some(({ expiresAt }) => expiresAt !== null && Date.parse(expiresAt) - Date.now() < soon)) return 'expires';
  return quiet ? 'quiet' : null;
}

/** The channels an admin has to see to. */
export const useChannelTrouble = () =>
  (useQuery({ ...channelsQuery, refetchInterval: 300_000 }).data?.items ?? []).flatMap((channel) => {
    const what = troubleOf(channel);
    return what ? [{ name: channel.name, what }] : [];
  });

function useChanging<Change>(change: (told: Change) => Promise<Channel>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['channels'] }) });
}

export const useAddChannel = () => useChanging((wanted: NewChannel) => api.post<Channel>('/api/channels', wanted));

/** Gives a channel a new key; the old one works for so many hours more. */
export const useChangeKey = (channel: string) => useChanging((overlapHours: number) => api.post<Channel>(at('channels', channel, 'key'), { overlapHours }));

export const useChangeChannel = (channel: string) => useChanging((told: ChannelChange) => api.put<Channel>(at('channels', channel), told));

/** Tells a channel what a provider signs with; null forgets it. */
export const useSetProviderSecret = (channel: string) => useChanging((told: ProviderSecret) => api.put<Channel>(at('channels', channel, 'provider'), told));

export const useConnectMailbox = (channel: string) => useChanging((told: MailboxChange) => api.put<Channel>(at('channels', channel, 'mailbox'), told));

export const useConnectMicrosoft = (channel: string) => useChanging((told: SharedMailboxChange) => api.put<Channel>(at('channels', channel, 'microsoft'), told));

export const useConnectSmtp = (channel: string) => useChanging((told: AccountChange) => api.put<Channel>(at('channels', channel, 'smtp'), told));

export const useConnectMeta = (channel: string) => useChanging((told: MetaChange) => api.put<Channel>(at('channels', channel, 'meta'), told));

/** The approved templates of a WhatsApp channel. */
export const useTemplates = (channel: string, enabled = true) =>
  useQuery({ enabled, queryKey: ['templates', channel], queryFn: ({ signal }) => api.get<Items<MessageTemplate>>(at('channels', channel, 'templates'), {}, signal), staleTime: 60_000, select: (page) => page.items });

const places = { imap: 'mailbox', smtp: 'smtp', microsoft: 'microsoft', meta: 'meta' } as const;

export const useDisconnect = (channel: string, way: ConnectionWay) => useChanging<void>(() => api.delete<Channel>(at('channels', channel, places[way])));
