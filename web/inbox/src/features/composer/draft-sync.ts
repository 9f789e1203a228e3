import { useEffect, useRef } from 'react';
import { api, at } from '@shared/api/client';
import type { TicketDraft } from '@shared/api/schema';
import { readDraft, writeDraft, type Draft } from './drafts';

const pause = 1_500;
const pathOf = (ticket: string) => at('tickets', ticket, 'draft');

const told = ({ mode, reply, note, to, cc, channel, files, at: when }: Draft): TicketDraft => ({ mode, reply, note, to, cc, channel, files, at: new Date(when).toISOString() });

/** Keeps a draft on the server as it is now; what fails is tried with the next word. */
export const keepDraft = (ticket: string, draft: Draft) => api.put<TicketDraft>(pathOf(ticket), told(draft)).catch(() => undefined);

/** Keeps the draft on the server too, so that it is there on every machine; the newer of two counts. What fails is tried with the next word. */
export function useDraftSync(ticket: string, draft: Draft, reload: () => void) {
  const known = useRef<number | null>(null);
  useEffect(() => {
    let stopped = false;
    known.current = null;
    api
      .get<TicketDraft | undefined>(pathOf(ticket))
      .then((kept) => {
        if (stopped) return;
        const [own, theirs] = [readDraft(ticket), kept ? Date.parse(kept.at) : 0];
        known.current = Math.max(own.at, theirs);
        if (!kept || theirs <= own.at) return;
        writeDraft(ticket, { ...own, mode: kept.mode === 'note' ? 'note' : 'reply', reply: kept.reply, note: kept.note, to: kept.to ?? null, cc: kept.cc ?? null, channel: kept.channel ?? null, files: kept.files ?? [] }, theirs);
        reload();
      })
      .catch(() => undefined);
    return () => {
      stopped = true;
    };
  }, [ticket, reload]);

  useEffect(() => {
    if (known.current === null || draft.at <= known.current) return;
    const timer = setTimeout(() => {
      void keepDraft(ticket, draft).then((kept) => {
        if (kept) known.current = draft.at;
      });
    }, pause);
    return () => clearTimeout(timer);
  }, [ticket, draft]);
}
