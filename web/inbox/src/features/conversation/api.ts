import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { refreshLists, refreshTicket, rememberTicket } from '@/features/tickets/api';
import { recountViews } from '@/features/views/api';
import { api, at, send } from '@shared/api/client';
import { lookAgain } from '@shared/api/look-again';
import { Problem, Unreachable } from '@shared/api/problem';
import type { Message, Page, SplitRequest, Ticket, TicketEvent } from '@shared/api/schema';

const messagesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', id],
    queryFn: ({ pageParam, signal }) => api.get<Page<Message>>(`${at('tickets', id)}/messages`, { order: 'newest', limit: 20, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

const mostEventPages = 5;

async function allEvents(id: string, signal: AbortSignal): Promise<TicketEvent[]> {
  const events: TicketEvent[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostEventPages; page++) {
    const { items, next }: Page<TicketEvent> = await api.get<Page<TicketEvent>>(`${at('tickets', id)}/events`, { limit: 200, after }, signal);
    events.push(...items);
    if (!next) break;
    after = next;
  }
  return events;
}

const eventsQuery = (id: string) => queryOptions({ queryKey: ['events', id], queryFn: ({ signal }) => allEvents(id, signal) });

/** Messages from the newest back; `fetchNextPage` brings older ones. */
export const useMessages = (id: string, enabled = true) => useInfiniteQuery({ ...messagesQuery(id), enabled });

export const useEvents = (id: string) => useQuery(eventsQuery(id));

export const prefetchConversation = (client: QueryClient, id: string) => {
  void client.prefetchInfiniteQuery(messagesQuery(id));
  void client.prefetchQuery(eventsQuery(id));
};

export const refreshConversation = (client: QueryClient, id: string) =>
  Promise.all([lookAgain(client, { queryKey: messagesQuery(id).queryKey }), lookAgain(client, { queryKey: eventsQuery(id).queryKey })]);

export function useRetryDelivery(ticketId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (messageId: string) => api.post<Message>(`${at('tickets', ticketId, 'messages', messageId)}/retry`),
    onSettled: () => refreshConversation(client, ticketId),
  });
}

export function useSplit(ticketId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: SplitRequest) => api.post<Ticket>(`${at('tickets', ticketId)}/split`, request),
    onSuccess: (split) => rememberTicket(client, split),
    onSettled: () => {
      void refreshConversation(client, ticketId);
      void refreshTicket(client, ticketId);
      void refreshLists(client);
      void recountViews(client);
    },
  });
}

export const fetchOriginal = async (ticketId: string, messageId: string) => (await send('GET', at('messages', ticketId, messageId, 'raw'))).blob();

/** The bytes of a file by its signed link, which needs no session. */
export async function fetchFile(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new Unreachable();
  });
  if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => ({}))) as Record<string, unknown>);
  return response.blob();
}
