import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import { lookAgain } from '@shared/api/look-again';
import { hasCode } from '@shared/api/problem';
import type { ActionRequest, Changed, Message, NewTicketRequest, Page, Ticket, TicketEvent, TicketRow } from '@shared/api/schema';
import type { Rows } from './pages';

export { columns, densities, layouts, nextLayout, setArrangement, useLayout, useArrangement } from './arrangement';

/** What a list shows: a view, narrowed. Several of a side stand with commas between them. */
export interface Filter {
  view?: string;
  q?: string;
  assignee?: string;
  state?: string;
  department?: string;
  store?: string;
  channel?: string;
  /** Answers of forms and values of fields, as `key:answer`: a ticket has them all. */
  field?: string[];
  label?: string;
  /** What sets tickets apart: a priority, or put off. */
  mark?: string;
  /** The id of an agent who watches; `me` for oneself. */
  follower?: string;
  /** The id of one. */
  customer?: string;
  unread?: 'true';
  /** Instants between which the last message is. */
  from?: string;
  before?: string;
  /** How customers rated: stars, `rated` or `unrated`. */
  rating?: string;
  sort?: 'newest' | 'oldest' | 'created' | 'due';
}

const lists = ['tickets', 'list'];

/** The first page is there at once; whoever scrolls on wants more of them. */
const firstPage = 50;
const nextPages = 200;

const listQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [...lists, filter],
    queryFn: ({ pageParam, signal }) => api.get<Page<TicketRow>>('/api/tickets', { sort: 'newest', ...filter, limit: pageParam === null ? firstPage : nextPages, after: pageParam }, signal),
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

/** A ticket as it is known, without asking for it. */
export const useKnownTicket = (id: string | null) => useQuery({ ...ticketQuery(id ?? ''), enabled: false }).data;

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

/** Changes many rows as they are shown, at once. */
export function patchTickets(client: QueryClient, ids: ReadonlySet<string>, change: (row: TicketRow) => Partial<TicketRow>) {
  const changed = <Row extends TicketRow>(row: Row) => (ids.has(row.id) ? { ...row, ...change(row) } : row);
  client.setQueriesData<Rows>({ queryKey: lists }, (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(changed) })) });
  client.setQueriesData<Ticket>({ queryKey: ['tickets', 'one'] }, (ticket) => ticket && changed(ticket));
}

/** With more pages than this, what is new is looked for on the first alone. */
const fewPages = 4;

/** The server takes no more ids in one question. */
const idsAtOnce = 100;

/** Of the tickets that changed, those that belong to a list now, as they are. */
async function among(filter: Filter, ids: readonly string[]) {
  const asked = Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, part) => ids.slice(part * idsAtOnce, (part + 1) * idsAtOnce));
  const pages = await Promise.all(asked.map((some) => api.get<Page<TicketRow>>('/api/tickets', { sort: 'newest', ...filter, q: undefined, ids: some.join() })));
  return pages.flatMap(({ items }) => items);
}

/** Looks again at every list on the screen: whole where that is little, else at its beginning and at the tickets that changed, so that a push costs the same however far somebody has scrolled. */
export async function refreshLists(client: QueryClient, changed: readonly string[] = []) {
  const long = client.getQueryCache().findAll({ queryKey: lists, type: 'active', predicate: ({ state }) => ((state.data as Rows | undefined)?.pages.length ?? 0) > fewPages });
  await Promise.all([
    lookAgain(client, { queryKey: lists, predicate: (query) => !long.includes(query) }),
    ...long.map(async ({ queryKey }) => {
      const filter = queryKey[2] as Filter;
      try {
        const [{ withChanged, withFreshFirst }, fresh, now] = await Promise.all([import('./pages'), api.get<Page<TicketRow>>('/api/tickets', { sort: 'newest', ...filter, limit: firstPage }), among(filter, changed)]);
        const sort = filter.q ? null : (filter.sort ?? 'newest');
        client.setQueryData<Rows>(queryKey, (data) => data && withChanged(withFreshFirst(data, fresh), changed, now, sort));
      } catch {
        // The connection's own notice tells of trouble.
      }
    }),
  ]);
}

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
  const attempt = (seen: number) =>
    api.post<Ticket>(`${at('tickets', id)}/actions/${encodeURIComponent(action)}`, request, { headers: { 'If-Match': `"${seen}"`, 'Idempotency-Key': key } });
  try {
    return await attempt(version);
  } catch (error) {
    const changed = changedBy(error);
    if (!changed?.ticket) throw error;
    const news = changed.events.some((event) => isNewsEvent(event, me)) || changed.messages.some((message) => isNewsMessage(message, me));
    if (news) throw error;
    return attempt(changed.ticket.version); // the same name, or an answer that got lost could be sent twice
  }
}
