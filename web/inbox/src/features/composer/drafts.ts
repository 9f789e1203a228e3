import { useCallback, useState } from 'react';
import type { Address, Upload } from '@shared/api/schema';
import { session } from '@shared/api/session';
import { useDraftSync } from './draft-sync';

export type Mode = 'reply' | 'note';

/** What an agent has written on a ticket and not sent. Recipients are null until they are changed by hand. */
export interface Draft {
  mode: Mode;
  reply: string;
  note: string;
  to: Address[] | null;
  cc: Address[] | null;
  /** The channel chosen by hand to answer by; null leaves that to the desk. */
  channel: string | null;
  /** Sent as a person's answer after the channel's window, because the agent said so. */
  humanAgent: boolean;
  files: Upload[];
  /** The last attempt to send exactly `body`; repeating it under its key cannot send it twice. */
  attempt: { key: string; body: string } | null;
  /** The ticket as the agent knew it when the writing began; what came after is news. */
  seen: { version: number; message: string | null } | null;
  /** When it was last changed, in ms; 0 for never. */
  at: number;
}

const blank: Draft = { mode: 'reply', reply: '', note: '', to: null, cc: null, channel: null, humanAgent: false, files: [], attempt: null, seen: null, at: 0 };

/** A draft is its agent's own, also where several share a machine. */
const place = (ticketId: string) => `draft:${session.get()?.agent.id}:${ticketId}`;

export function readDraft(ticketId: string): Draft {
  try {
    return { ...blank, ...(JSON.parse(localStorage.getItem(place(ticketId)) ?? '{}') as Partial<Draft>) };
  } catch {
    return blank;
  }
}

const isBlank = (draft: Draft) => !draft.reply && !draft.note && !draft.to && !draft.cc && !draft.channel && !draft.humanAgent && draft.files.length === 0;

/** Keeps a draft on disk, and says what is kept. */
export function writeDraft(ticketId: string, draft: Draft, at = Date.now()): Draft {
  const kept = { ...draft, at };
  if (isBlank(kept)) localStorage.removeItem(place(ticketId));
  else localStorage.setItem(place(ticketId), JSON.stringify(kept));
  return kept;
}

/** What is left of a draft when its reply or note has gone out. */
export const afterSending = (draft: Draft): Draft => ({
  ...draft,
  [draft.mode]: '',
  files: [],
  attempt: null,
  seen: null,
  ...(draft.mode === 'reply' ? { to: null, cc: null, humanAgent: false } : {}),
});

/** The draft of one ticket, on disk with every keystroke. */
export function useDraft(ticketId: string) {
  const [draft, setDraft] = useState(() => readDraft(ticketId));
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => writeDraft(ticketId, { ...before, ...part })),
    [ticketId],
  );
  // What was sent leaves nothing on disk; that it is newer than what the server keeps must not be forgotten.
  const reload = useCallback(() => setDraft((before) => ({ ...readDraft(ticketId), at: Math.max(before.at, readDraft(ticketId).at) })), [ticketId]);
  useDraftSync(ticketId, draft, reload);
  return { draft, change, reload };
}
