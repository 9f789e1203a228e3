import type { Message, TicketEvent } from '@shared/api/schema';

type MovedTo = NonNullable<Message['movedTo']>;
export type Entry =
  | { kind: 'message'; key: string; at: string; message: Message }
  | { kind: 'moved'; key: string; at: string; to: MovedTo; count: number }
  | { kind: 'event'; key: string; at: string; event: TicketEvent };

/** What stands between the entries: days, the line above what is new, and changes in a row that are folded into one. */
export type Placed = Entry | { kind: 'day'; key: string; at: string } | { kind: 'new'; key: string } | { kind: 'changes'; key: string; events: TicketEvent[] };

const timeOf = (message: Message) => message.sentAt ?? message.receivedAt;

/** Messages, given newest first, and what happened around them, in the order it happened. Events older than the oldest message loaded wait for theirs. */
export function timeline(messages: Message[], events: TicketEvent[], complete: boolean): Entry[] {
  const spoken = messages.toReversed().map((message): Entry => {
    const at = message.direction === 'in' ? message.receivedAt : timeOf(message);
    return message.movedTo ? { kind: 'moved', key: message.id, at, to: message.movedTo, count: 1 } : { kind: 'message', key: message.id, at, message };
  });
  const since = complete ? '' : (spoken.reduce<string | null>((least, { at }) => (least === null || at < least ? at : least), null) ?? '');
  const happened = events
    .filter((event) => event.kind !== 'created' && event.at >= since)
    .map((event): Entry => ({ kind: 'event', key: event.id, at: event.at, event }));
  return joined([...spoken, ...happened].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.kind === 'event') - Number(b.kind === 'event'))));
}

/** What went to the same ticket and stood together is one entry. */
function joined(entries: Entry[]) {
  const all: Entry[] = [];
  for (const entry of entries) {
    const last = all.at(-1);
    if (entry.kind === 'moved' && last?.kind === 'moved' && last.to.id === entry.to.id) all[all.length - 1] = { ...last, count: last.count + 1 };
    else all.push(entry);
  }
  return all;
}

/** From this many on, changes in a row are folded. */
const many = 3;
const dayOf = (at: string) => new Date(at).toDateString();

/** Puts the days between entries, the line above the first message that is `isNew`, and changes in a row together. Events that say nothing are left out by whoever calls. */
export function placed(entries: Entry[], isNew: (message: Message) => boolean): Placed[] {
  const all: Placed[] = [];
  let row: Extract<Entry, { kind: 'event' }>[] = [];
  let day = '';
  let marked = false;
  const fold = () => {
    const [first] = row;
    if (first && row.length >= many) all.push({ kind: 'changes', key: `changes-${first.key}`, events: row.map(({ event }) => event) });
    else all.push(...row);
    row = [];
  };
  for (const entry of entries) {
    const today = dayOf(entry.at);
    if (today !== day) {
      fold();
      day = today;
      all.push({ kind: 'day', key: `day-${today}`, at: entry.at });
    }
    if (entry.kind === 'event') {
      row.push(entry);
      continue;
    }
    fold();
    if (!marked && entry.kind === 'message' && isNew(entry.message)) {
      marked = true;
      all.push({ kind: 'new', key: 'new' });
    }
    all.push(entry);
  }
  fold();
  return all;
}

const isSaid = ({ direction, auto, movedTo }: Message) => !movedTo && (direction === 'in' || (direction === 'out' && !auto));

/** What of a message and the ones after it can have a ticket of its own, so that something stays said here: nothing, the message alone, or all of that. Messages are given newest first. */
export function splittable(message: Message, messages: Message[], complete: boolean): 'no' | 'alone' | 'later' {
  const at = messages.findIndex(({ id }) => id === message.id);
  if (message.direction !== 'in' || message.movedTo || at < 0) return 'no';
  const before = !complete || messages.slice(at + 1).some(isSaid);
  const later = messages.slice(0, at);
  if (before) return later.some(({ movedTo }) => !movedTo) ? 'later' : 'alone';
  return later.some(isSaid) ? 'alone' : 'no';
}

const same = (one: string, other: string) => one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();

/** Whether a customer's message holds more than the words shown first: quotes, a signature. What agents wrote is always shown whole. */
export const isFolded = ({ direction, text, replyText }: Message) => direction === 'in' && replyText.trim() !== '' && !same(replyText, text);

const form = /<(img|table|ul|ol|h[1-6]|b|strong|i|em|u|s|code|pre|blockquote|a\s[^>]*href)\b/i;

/** What the desk sent by itself, in words an admin chose once; nobody needs to read them each time. */
export const isConfirmation = ({ direction, auto, repeats }: Message) => direction === 'out' && (auto || repeats);

/** A message that says something by its form, and has nothing to fold away. */
export const speaksByForm = (message: Message) => message.direction !== 'note' && !isConfirmation(message) && message.html !== null && form.test(message.html) && !isFolded(message);

const skew = 120_000;

/** True once what is being sent stands in the conversation: its push may come before the answer to its own request. */
export const hasArrived = ({ mode, text, at }: { mode: string; text: string; at: string }, author: string, loaded: readonly Message[]) =>
  loaded.some(
    (message) =>
      message.author === author && message.direction === (mode === 'note' ? 'note' : 'out') && same(message.replyText, text) && Date.parse(message.receivedAt) > Date.parse(at) - skew,
  );
