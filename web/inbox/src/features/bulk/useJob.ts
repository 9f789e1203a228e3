import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshLabels, type Deed } from '@/features/actions/api';
import { patchTickets, refreshLists } from '@/features/tickets/api';
import { recountViews } from '@/features/views/api';
import { api, at } from '@shared/api/client';
import { Problem } from '@shared/api/problem';
import type { BulkRequest, Job, TicketRow } from '@shared/api/schema';
import { useReason } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';
import { keep, putAway, type Begun } from './begun';

const beat = 700;

/** Begins to do one thing to many tickets: at once on the screen, then as a job of the server's. */
export function useBegin() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const reason = useReason();
  return useCallback(
    async ({ action, request, guess }: Deed, rows: readonly Pick<TicketRow, 'id'>[], said: string, undoes = false) => {
      const body: BulkRequest = { tickets: rows.map(({ id }) => id), action, request };
      patchTickets(client, new Set(body.tickets), guess);
      try {
        const job = await api.post<Job>('/api/bulk', body, { headers: { 'Idempotency-Key': crypto.randomUUID() } });
        client.setQueryData(['jobs', job.id], job);
        keep({ id: job.id, said, undoes, back: action === 'read' ? 'unread' : action === 'unread' ? 'read' : undefined });
      } catch (error) {
        tell(t('bulk.notBegun', { reason: reason(error) }), { tone: 'bad' });
        void refreshLists(client);
      }
    },
    [client, t, reason],
  );
}

/** How the job stands that was begun here, and what can be done about it. */
export function useJob(begun: Begun) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const reason = useReason();
  const begin = useBegin();
  const query = useQuery({
    queryKey: ['jobs', begun.id],
    queryFn: ({ signal }) => api.get<Job>(at('jobs', begun.id), {}, signal),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? beat : false),
    staleTime: 0,
  });
  const job = query.data;
  const lost = query.error instanceof Problem && query.error.status === 404;
  useEffect(() => {
    if (lost) putAway();
  }, [lost]);

  const done = job?.results.filter(({ code }) => code === 'done') ?? [];
  const canUndo = job !== undefined && job.state !== 'running' && begun.undoes !== true && done.length > 0 && (job.canUndo || begun.back !== undefined);
  const undo = async () => {
    if (!canUndo) return;
    const said = t('bulk.undoing', { what: begun.said });
    if (begun.back) return begin({ action: begun.back, request: {}, guess: () => ({ unread: begun.back === 'unread' }) }, done, said, true);
    try {
      const next = await api.post<Job>(at('jobs', begun.id, 'undo'), {});
      client.setQueryData(['jobs', next.id], next);
      keep({ id: next.id, said, undoes: true });
    } catch (error) {
      tell(t('bulk.notUndone', { reason: reason(error) }), { tone: 'bad' });
    }
  };
  const stop = async () => {
    try {
      client.setQueryData(['jobs', begun.id], await api.post<Job>(at('jobs', begun.id, 'stop')));
    } catch (error) {
      tell(t('bulk.notStopped', { reason: reason(error) }), { tone: 'bad' });
    }
  };

  // Told once, when it ends while somebody looks; not of one that had ended before.
  const ran = useRef(false);
  const latest = useRef({ undo, canUndo });
  useEffect(() => {
    latest.current = { undo, canUndo };
  });
  const state = job?.state;
  const count = done.length;
  useEffect(() => {
    if (state === 'running') ran.current = true;
    if (state === undefined || state === 'running') return;
    void refreshLists(client);
    void recountViews(client);
    void refreshLabels(client);
    if (!ran.current) return;
    ran.current = false;
    tell(t('bulk.ended', { what: begun.said, count }), { undo: latest.current.canUndo ? () => void latest.current.undo() : undefined });
  }, [state, client, t, begun.said, count]);

  return { job, done, canUndo, undo, stop };
}
