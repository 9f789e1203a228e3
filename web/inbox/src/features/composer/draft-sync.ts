import { useCallback, useEffect, useRef, useState } from 'react';
import { api, at } from '@shared/api/client';
import type { TicketDraft } from '@shared/api/schema';
import { draftKept, readDraft, writeDraft, type Draft } from './drafts';
import { longestHtml, longestText } from './words';

const pause = 1_500;
const pathOf = (ticket: string) => at('tickets', ticket, 'draft');

const told = ({ mode, reply, replyHtml, note, noteHtml, to, cc, channel, files, at: when }: Draft): TicketDraft => ({
  mode,
  reply,
  replyHtml,
  note,
  noteHtml,
  to,
  cc,
  channel,
  files: files.map(({ id, name, contentType, size }) => ({ id, name, contentType, size })),
  at: new Date(when).toISOString(),
});

const fits = ({ reply, note, replyHtml, noteHtml }: Draft) => reply.length + note.length <= longestText && (replyHtml?.length ?? 0) + (noteHtml?.length ?? 0) <= longestHtml;

/** Keeps a draft on the server as it is now; what fails is tried with the next word. */
export const keepDraft = (ticket: string, draft: Draft) => (fits(draft) ? api.put<TicketDraft>(pathOf(ticket), told(draft)).then(withKept(ticket, draft.at), () => undefined) : Promise.resolve(undefined));

const withKept = (ticket: string, at: number) => (kept: TicketDraft) => {
  draftKept(ticket, at);
  return kept;
};

/** A newer draft that came from another machine, and what was here before it. */
export interface Other {
  at: number;
  mine: Draft | null;
}

/** Keeps the draft on the server too, so that it is there on every machine; the newer of two counts, and the other can be had back. What fails is tried with the next word. */
export function useDraftSync(ticket: string, draft: Draft, reload: () => void, here: boolean) {
  const known = useRef<number | null>(null);
  const [other, setOther] = useState<Other | null>(null);
  useEffect(() => {
    if (!here) return;
    let stopped = false;
    known.current = null;
    api
      .get<TicketDraft | undefined>(pathOf(ticket))
      .then((kept) => {
        if (stopped) return;
        const [own, theirs] = [readDraft(ticket), kept ? Date.parse(kept.at) : 0];
        known.current = Math.max(own.at, theirs);
        if (kept && theirs === own.at) draftKept(ticket, theirs);
        if (!kept || theirs <= own.at || own.waiting) return;
        const { reply, note, replyHtml = null, noteHtml = null } = kept;
        writeDraft(
          ticket,
          { ...own, mode: kept.mode === 'note' ? 'note' : 'reply', reply, replyHtml, note, noteHtml, to: kept.to ?? null, cc: kept.cc ?? null, channel: kept.channel ?? null, files: kept.files ?? [], kept: theirs },
          theirs,
        );
        const had = own.reply + own.note;
        if (reply + note !== had && reply + note !== '') setOther({ at: theirs, mine: had === '' ? null : own });
        reload();
      })
      .catch(() => undefined);
    return () => {
      stopped = true;
    };
  }, [ticket, reload, here]);

  useEffect(() => {
    if (known.current === null || draft.at <= known.current) return;
    const timer = setTimeout(() => {
      void keepDraft(ticket, draft).then((kept) => {
        if (kept) known.current = draft.at;
      });
    }, pause);
    return () => clearTimeout(timer);
  }, [ticket, draft]);

  /** Keeps the newer one, or has the older one back. */
  const settleOther = useCallback(
    (back: boolean) => {
      if (back && other?.mine) {
        writeDraft(ticket, other.mine);
        reload();
      }
      setOther(null);
    },
    [ticket, other, reload],
  );
  return { other, settleOther };
}
