import { useCallback, useEffect, useState } from 'react';
import type { ActionRequest, Address, Upload } from '@shared/api/schema';
import { session } from '@shared/api/session';
import { useDraftSync } from './draft-sync';
import { fetchKept, isAway, keptKeys, readKept, writeKept } from './keep';
import { isSending } from './sending';
import { shows, type Words } from './words';

export type Mode = 'reply' | 'note';

/** An upload that goes with the words; `inline` where it stands within them. */
export type DraftFile = Upload & { inline?: boolean };

/** What was sent while nobody answered, exactly as it will go. */
export interface Waiting {
  mode: Mode;
  request: ActionRequest;
  version: number;
  key: string;
  number: number;
  /** When it was sent, in ms. */
  since: number;
}

/** An attempt to send exactly `body`; repeating it under its key cannot send it twice. */
export interface Attempt {
  key: string;
  body: string;
}

/** What an agent has written on a ticket and not sent. Recipients are null until they are changed by hand. */
export interface Draft {
  mode: Mode;
  reply: string;
  replyHtml: string | null;
  note: string;
  noteHtml: string | null;
  to: Address[] | null;
  cc: Address[] | null;
  /** The channel chosen by hand to answer by; null leaves that to the desk. */
  channel: string | null;
  /** Sent as a person's answer after the channel's window, because the agent said so. */
  humanAgent: boolean;
  /** Sent as a notice with a link, or whole; null leaves that to the store. */
  notice: boolean | null;
  files: DraftFile[];
  /** The last attempt to send it. */
  attempt: Attempt | null;
  /** Sent, and not yet answered by the server; goes out when the connection is back. */
  waiting: Waiting | null;
  /** The ticket as the agent knew it when the writing began; what came after is news. */
  seen: { version: number; message: string | null } | null;
  /** When it was last changed, in ms; 0 for never. */
  at: number;
  /** The change the server has, as its `at`. */
  kept: number;
}

const blank: Draft = { mode: 'reply', reply: '', replyHtml: null, note: '', noteHtml: null, to: null, cc: null, channel: null, humanAgent: false, notice: null, files: [], attempt: null, waiting: null, seen: null, at: 0, kept: 0 };

/** A draft is its agent's own, also where several share a machine. */
const start = () => `draft:${session.get()?.agent.id}:`;
const place = (ticketId: string) => `${start()}${ticketId}`;

export const readDraft = (ticketId: string): Draft => ({ ...blank, ...readKept<Partial<Draft>>(place(ticketId)) });

export const wordsOf = (draft: Draft, mode: Mode): Words => ({ text: draft[mode], html: draft[`${mode}Html`] });

export const withWords = (mode: Mode, { text, html }: Words): Partial<Draft> => ({ [mode]: text, [`${mode}Html`]: html });

/** The files that go along: those that were taken out of the words do not. */
export const filesOf = (draft: Draft, mode: Mode, rich: boolean) => draft.files.filter((file) => !rich || !file.inline || shows(wordsOf(draft, mode), file.id));

/** The same body is the same attempt, and keeps its key. */
export const attemptAt = (before: Attempt | null, body: string): Attempt => (before?.body === body ? before : { key: crypto.randomUUID(), body });

const isBlank = (draft: Draft) => !draft.reply && !draft.note && !draft.to && !draft.cc && !draft.channel && !draft.humanAgent && draft.files.length === 0;

const sizeOf = (draft: Draft) => draft.reply.length + draft.note.length + (draft.replyHtml?.length ?? 0) + (draft.noteHtml?.length ?? 0);

/** Keeps a draft on disk, and says what is kept. */
export function writeDraft(ticketId: string, draft: Draft, at = Date.now()): Draft {
  const kept = { ...draft, at };
  writeKept(place(ticketId), isBlank(kept) ? null : kept, sizeOf(kept));
  return kept;
}

/** Tells the box of a ticket, where it is on the screen, that its draft was written. */
export const draftWritten = (ticketId: string) => void dispatchEvent(new StorageEvent('storage', { key: place(ticketId) }));

/** The tickets in which this agent has written something on this machine and not sent it. */
export const draftedTickets = () => keptKeys(start()).map((key) => key.slice(start().length));

/** Those of which the server knows nothing yet: what else there is of drafts it can tell. */
export const unkeptTickets = () =>
  draftedTickets().filter((ticket) => {
    const { at, kept } = readDraft(ticket);
    return isAway(place(ticket)) || at > kept;
  });

/** Remembers that the server has a draft as it was then. */
export function draftKept(ticketId: string, at: number) {
  const draft = readDraft(ticketId);
  if (draft.at > 0) writeDraft(ticketId, { ...draft, kept: at }, draft.at);
}

/** The tickets on which something waits for the connection. */
export async function waitingDrafts() {
  const tickets = draftedTickets();
  await Promise.all(tickets.map((ticket) => fetchKept(place(ticket))));
  return tickets.flatMap((ticket) => {
    const { waiting } = readDraft(ticket);
    return waiting ? [{ ticket, waiting }] : [];
  });
}

/** What is left of a draft when its reply or note has gone out. */
export const afterSending = (draft: Draft): Draft => ({
  ...draft,
  [draft.mode]: '',
  [`${draft.mode}Html`]: null,
  files: [],
  attempt: null,
  waiting: null,
  seen: null,
  ...(draft.mode === 'reply' ? { to: null, cc: null, humanAgent: false, notice: null } : {}),
});

/** The draft of one ticket, on disk with every keystroke. */
export function useDraft(ticketId: string) {
  const [draft, setDraft] = useState(() => readDraft(ticketId));
  const change = useCallback(
    (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) =>
      setDraft((shown) => {
        const before = isSending(ticketId) ? readDraft(ticketId) : shown; // what has gone out is off the disk before it is off the screen
        return writeDraft(ticketId, { ...before, ...(typeof part === 'function' ? part(before) : part) });
      }),
    [ticketId],
  );
  // What was sent leaves nothing on disk; that it is newer than what the server keeps must not be forgotten.
  const reload = useCallback(() => setDraft((before) => ({ ...readDraft(ticketId), at: Math.max(before.at, readDraft(ticketId).at) })), [ticketId]);
  // Another tab of this browser writes to the same place, and so does what puts words back.
  useEffect(() => {
    const hear = ({ key }: StorageEvent) => key === place(ticketId) && !isAway(key) && reload();
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }, [ticketId, reload]);
  // Nothing may be written over what has yet to be fetched.
  const [here, setHere] = useState(() => !isAway(place(ticketId)));
  useEffect(() => {
    if (here) return;
    let gone = false;
    void fetchKept(place(ticketId)).then(() => {
      if (gone) return;
      reload();
      setHere(true);
    });
    return () => {
      gone = true;
    };
  }, [ticketId, here, reload]);
  const { other, settleOther } = useDraftSync(ticketId, draft, reload, here);
  return { draft, here, change, reload, other, settleOther };
}
