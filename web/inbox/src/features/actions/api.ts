import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentName, useMe } from '@/features/agents/api';
import { refreshConversation } from '@/features/conversation/api';
import { changedBy, knownTicket, patchTicket, refreshLists, refreshTicket, rememberTicket, runAction, setRead } from '@/features/tickets/api';
import { recountViews } from '@/features/views/api';
import { useWorkflow } from '@/features/workflow/api';
import { api, at } from '@shared/api/client';
import type { Action, ActionRequest, Items, Label, Ticket, TicketRow } from '@shared/api/schema';
import type { IconName } from '@shared/ui/Icon';
import { useReason } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';
import { inverse } from './deed';

export * from './deed';

const icons: Record<string, IconName> = { close: 'check', reopen: 'reopen', archive: 'archive' };

/** The pictures of the actions every desk has. */
export const actionIcon = (key: string): IconName => icons[key] ?? 'next';

/** Runs an action at once on the screen, then on the server; takes it back when the server refuses, or the agent undoes it. */
export function useAct() {
  const client = useQueryClient();
  const me = useMe();
  const { t } = useTranslation();
  const reason = useReason();
  const agentName = useAgentName();
  const { actions, action: actionOf, state: stateOf, stateName, actionName } = useWorkflow();

  const run = useCallback(
    async (row: TicketRow, key: string, request: ActionRequest, guess: Partial<TicketRow>, onError?: (error: unknown) => void) => {
      const { state, category, assignee, labels, priority, department, snoozedUntil, spam } = row;
      patchTicket(client, row.id, guess);
      try {
        const version = knownTicket(client, row.id)?.version ?? row.version;
        const now = await runAction(row.id, key, request, { version, key: crypto.randomUUID(), me: me.id });
        rememberTicket(client, now);
        return now;
      } catch (error) {
        const changed = changedBy(error);
        patchTicket(client, row.id, { state, category, assignee, labels, priority, department, snoozedUntil, spam });
        if (changed) rememberTicket(client, changed.ticket);
        void refreshTicket(client, row.id);
        if (onError) onError(error);
        else tell(changed ? t('act.changed', { number: row.number, action: actionName(key) }) : t('act.failed', { number: row.number, reason: reason(error) }), { tone: 'bad' });
        return null;
      } finally {
        void refreshConversation(client, row.id);
        void refreshLists(client);
        void recountViews(client);
        if (request.labels) void refreshLabels(client);
      }
    },
    [client, me.id, t, reason, actionName],
  );

  /** The action that leads from one state back to another, or at least back among the open ones. */
  const wayBack = (from: string, to: string): Action | undefined => {
    const ways = actions.filter((way) => way.kind === 'plain' && way.fields.every((field) => !field.required) && (way.from.length === 0 || way.from.includes(from)));
    return ways.find((way) => way.to === to) ?? ways.find((way) => way.to !== null && stateOf(way.to)?.category === 'open');
  };

  const undoable = (said: string, done: Promise<Ticket | null>, back: (now: Ticket) => Promise<unknown> | undefined) =>
    tell(said, { undo: () => void done.then((now) => now && back(now)) });

  return {
    /** A plain action, which moves the ticket to another state. */
    move: (row: TicketRow, key: string, request: ActionRequest = {}) => {
      const to = actionOf(key)?.to ?? null;
      const category = to === null ? undefined : stateOf(to)?.category;
      const done = run(row, key, request, to !== null && category ? { state: to, category } : {});
      const back = to === null || to === row.state ? undefined : wayBack(to, row.state);
      const said = t('act.done', { number: row.number, what: to === null ? actionName(key) : stateName(to) });
      if (back) undoable(said, done, (now) => run(now, back.key, {}, { state: row.state, category: row.category }));
      else void done.then((now) => now && tell(said));
      return done;
    },
    /** A plain action that asked something first: it waits for the server, and gives why that refused; null once it is done. */
    ask: async (row: TicketRow, key: string, fields: Record<string, string>) => {
      let why: unknown = null;
      const now = await run(row, key, { fields }, {}, (error) => (why = error));
      if (!now) return why;
      const to = actionOf(key)?.to ?? null;
      const back = to === null || to === row.state ? undefined : wayBack(to, row.state);
      const said = t('act.done', { number: row.number, what: to === null ? actionName(key) : stateName(to) });
      if (back) undoable(said, Promise.resolve(now), (after) => run(after, back.key, {}, { state: row.state, category: row.category }));
      else tell(said);
      return null;
    },
    assign: (row: TicketRow, assignee: string | null) => {
      if (assignee === row.assignee) return;
      const done = run(row, 'assign', { assignee }, { assignee });
      const name = agentName(assignee);
      undoable(name === null ? t('act.unassigned', { number: row.number }) : t('act.assigned', { number: row.number, name }), done, (now) =>
        run(now, 'assign', { assignee: row.assignee }, { assignee: row.assignee }),
      );
    },
    /** Any other action that changes the ticket where it stands; `said` where something is told of it. */
    change: (row: TicketRow, key: string, request: ActionRequest, guess: Partial<TicketRow> = {}, said = actionName(key)) => {
      const done = run(row, key, request, guess);
      const back = inverse(row, key, request);
      if (back) undoable(t('act.done', { number: row.number, what: said }), done, (now) => run(now, back.action, back.request, back.guess(now)));
    },
    /** Says that it is spam, or that it is none; blocks its sender as well where that is wanted. */
    spam: (row: TicketRow, spam: boolean, block = false) => {
      const guess = (now: boolean): Partial<TicketRow> => ({ spam: now ? { score: row.spam?.score ?? 0, reasons: row.spam?.reasons ?? [], why: 'agent' } : null });
      const done = run(row, 'spam', block ? { spam, block } : { spam }, guess(spam));
      const said = t(block ? 'act.blocked' : spam ? 'act.spam' : 'act.released', { number: row.number });
      if (block) void done.then((now) => now && tell(said));
      else undoable(said, done, (now) => run(now, 'spam', { spam: !spam }, guess(!spam)));
    },
    read: async (row: Pick<TicketRow, 'id' | 'number'>, read: boolean) => {
      patchTicket(client, row.id, { unread: !read });
      try {
        await setRead(row.id, read);
        void recountViews(client);
      } catch (error) {
        patchTicket(client, row.id, { unread: read });
        if (!read) tell(t('act.failed', { number: row.number, reason: reason(error) }), { tone: 'bad' }); // reading is nothing one did
      }
    },
  };
}

/** Looks again which labels there are: one that was not there yet may have been put on. */
export const refreshLabels = (client: QueryClient) => client.invalidateQueries({ queryKey: ['labels'] });

/** The labels of the desk, to choose from. */
export const useLabels = () => useQuery({ queryKey: ['labels'], queryFn: ({ signal }) => api.get<Items<Label>>('/api/labels', {}, signal), staleTime: 60_000, select: (all) => all.items.map(({ name }) => name) }).data ?? noLabels;

const noLabels: string[] = [];

const noColors: Record<string, string> = {};

/** The colours of those labels that have one. */
export const useLabelColors = () =>
  useQuery({
    queryKey: ['labels'],
    queryFn: ({ signal }) => api.get<Items<Label>>('/api/labels', {}, signal),
    staleTime: 60_000,
    select: (all) => Object.fromEntries(all.items.flatMap(({ name, color }) => (color ? [[name, color]] : []))) as Record<string, string>,
  }).data ?? noColors;

/** Merges a ticket into another, or takes that back; links two, or takes that back. */
export function useJoining(id: string) {
  const client = useQueryClient();
  const settled = (now: Ticket) => {
    rememberTicket(client, now);
    for (const ticket of [id, now.id]) {
      void refreshTicket(client, ticket);
      void refreshConversation(client, ticket);
    }
    void refreshLists(client);
    void recountViews(client);
  };
  const of = <Asked>(ask: (asked: Asked) => Promise<Ticket>) => ({ mutationFn: ask, onSuccess: settled });
  return {
    merge: useMutation(of((number: number) => api.post<Ticket>(at('tickets', id, 'merge'), { number }))),
    unmerge: useMutation(of((other: string) => api.delete<Ticket>(at('tickets', other, 'merge')))),
    link: useMutation(of((number: number) => api.post<Ticket>(at('tickets', id, 'links'), { number }))),
    unlink: useMutation(of((number: number) => api.delete<Ticket>(at('tickets', id, 'links', String(number))))),
  };
}

/** Takes back every link to the customer's page of a ticket that was ever sent. */
export function useRevokeLinks(ticketId: string) {
  const client = useQueryClient();
  const reason = useReason();
  return useMutation({
    mutationFn: () => api.delete<undefined>(at('tickets', ticketId, 'page-links')),
    onSuccess: () => Promise.all([refreshTicket(client, ticketId), refreshConversation(client, ticketId)]),
    onError: (error) => tell(reason(error), { tone: 'bad' }),
  });
}
