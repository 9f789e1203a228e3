import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import { lookAgain } from '@shared/api/look-again';
import { hasCode } from '@shared/api/problem';
import type { ActionRequest, Changed, Message, NewTicketRequest, Page, Ticket, TicketEvent, TicketRow } from '@shared/api/schema';

/** What a list shows: a view, narrowed. */
export interface Filter {
  view?: string;
  q?: string;
  assignee?: string;
  state?: string;
  department?: string;
  store?: string;
  channel?: string;
  /** An answer of a form, as `key:answer`. */
  field?: string;
  label?: string;
  /** What sets tickets apart: a priority, or put off. */
  mark?: string;
  /** How customers rated: stars, `rated` or `unrated`. */
  rating?: string;
  sort?: 'newest' | 'oldest' | 'due';
}

type Rows = InfiniteData<Page<TicketRow>, string | null>;

const lists = ['tickets', 'list'];

const listQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [...lists, filter],
    queryFn: ({ pageParam, signal }) => api.get<Page<TicketRow>>('/api/tickets', { sort: 'newest', ...filter, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'one', id],
    queryFn: ({ signal }) => api.get<Ticket>(at('tickets', id), {}, signal),
  });

export const useTicketList = (filter: Filter) => useInfiniteQuery({ ...listQuery(filter), placeholderData: (before, query) => (sameView(query?.queryKey, filter) ? before : undefined) });

const sameView = (key: readonly unknown[] | undefined, filter: Filter) => (key?.[2] as Filter | undefined)?.view === filter.view;

export const useTicket = (id: string) => useQuery(ticketQuery(id));

export const prefetchTicket = (client: QueryClient, id: string) => client.prefetchQuery(ticketQuery(id));

export const knownTicket = (client: QueryClient, id: string) => client.getQueryData(ticketQuery(id).queryKey);

/** Puts what is now known of a ticket everywhere it is shown. */
export function patchTicket(client: QueryClient, id: string, change: Partial<TicketRow>) {
  client.setQueriesData<Rows>({ queryKey: lists }, (data) => {
    if (!data?.pages.some((page) => page.items.some((row) => row.id === id))) return data;
    return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((row) => (row.id === id ? { ...row, ...change } : row)) })) };
  });
  client.setQueryData<Ticket>(ticketQuery(id).queryKey, (ticket) => ticket && { ...ticket, ...change });
}

export function rememberTicket(client: QueryClient, ticket: Ticket) {
  client.setQueryData<Ticket>(ticketQuery(ticket.id).queryKey, ticket);
  const { id, state, category, assignee, department, labels, priority, snoozedUntil, spam, version, lastMessageAt, lastDirection, preview, counts } = ticket;
  patchTicket(client, id, { state, category, assignee, department, labels, priority, snoozedUntil, spam, version, lastMessageAt, lastDirection, preview, counts });
}

export const refreshLists = (client: QueryClient) => lookAgain(client, { queryKey: lists });

export const refreshTicket = (client: QueryClient, id: string) => lookAgain(client, { queryKey: ticketQuery(id).queryKey });

export const createTicket = (request: NewTicketRequest, key: string) =>
  api.post<Ticket>('/api/tickets', request, { headers: { 'Idempotency-Key': key } });

export const setRead = (id: string, read: boolean) => api.put<undefined>(`${at('tickets', id)}/read`, { read });

/** Whether something that happened meanwhile is news to `me`: not my own doing, and not told by a message. */
export const isNewsEvent = (event: TicketEvent, me: string) => event.actor.id !== me && event.messageId === null;
export const isNewsMessage = (message: Message, me: string) => message.author !== me && message.direction !== 'system';

/** The part of a refusal that says what changed, or null when it is another refusal. */
export const changedBy = (error: unknown): Changed | null =>
  hasCode(error, 'changed-meanwhile') ? { events: [], messages: [], ...(error.extra as Partial<Changed> & Pick<Changed, 'ticket'>) } : null;

interface Attempt {
  version: number;
  /** The same for every repetition of one attempt, so that it happens once. */
  key: string;
  me: string;
}

/** Runs an action on the ticket as the agent saw it. A change that is no news to the agent does not stop it. */
export async function runAction(id: string, action: string, request: ActionRequest, { version, key, me }: Attempt): Promise<Ticket> {
  const attempt = (seen: number, name: string) =>
    api.post<Ticket>(`${at('tickets', id)}/actions/${encodeURIComponent(action)}`, request, { headers: { 'If-Match': `"${seen}"`, 'Idempotency-Key': name } });
  try {
    return await attempt(version, key);
  } catch (error) {
    const changed = changedBy(error);
    if (!changed?.ticket) throw error;
    const news = changed.events.some((event) => isNewsEvent(event, me)) || changed.messages.some((message) => isNewsMessage(message, me));
    if (news) throw error;
    return attempt(changed.ticket.version, `${key}-${changed.ticket.version}`);
  }
}
