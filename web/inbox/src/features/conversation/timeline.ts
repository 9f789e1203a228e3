import type { Message, TicketEvent } from '@shared/api/schema';

type Entry = { kind: 'message'; key: string; at: string; message: Message } | { kind: 'event'; key: string; at: string; event: TicketEvent };

const timeOf = (message: Message) => message.sentAt ?? message.receivedAt;

/** Messages, given newest first, and what happened around them, in the order it happened. Events older than the oldest message loaded wait for theirs. */
export function timeline(messages: Message[], events: TicketEvent[], complete: boolean): Entry[] {
  const spoken = messages.toReversed().map((message): Entry => ({ kind: 'message', key: message.id, at: message.direction === 'in' ? message.receivedAt : timeOf(message), message }));
  const since = complete ? '' : (spoken.reduce<string | null>((least, { at }) => (least === null || at < least ? at : least), null) ?? '');
  const happened = events
    .filter((event) => event.kind !== 'created' && event.at >= since)
    .map((event): Entry => ({ kind: 'event', key: event.id, at: event.at, event }));
  return [...spoken, ...happened].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.kind === b.kind ? 0 : a.kind === 'message' ? -1 : 1));
}

const same = (one: string, other: string) => one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();

/** Whether a customer's message holds more than the words shown first: quotes, a signature. What agents wrote is always shown whole. */
export const isFolded = ({ direction, text, replyText }: Message) => direction === 'in' && replyText.trim() !== '' && !same(replyText, text);

const form = /<(img|table|ul|ol|h[1-6]|b|strong|i|em|a\s[^>]*href)\b/i;

/** What the desk sent by itself, in words an admin chose once; nobody needs to read them each time. */
export const isConfirmation = ({ direction, auto }: Message) => direction === 'out' && auto;

/** A mail that says something by its form, and has nothing to fold away. */
export const speaksByForm = (message: Message) => message.direction === 'in' && message.html !== null && form.test(message.html) && !isFolded(message);
