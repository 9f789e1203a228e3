import type { Message, TicketEvent } from '@shared/api/schema';

type Entry = { kind: 'message'; key: string; at: string; message: Message } | { kind: 'event'; key: string; at: string; event: TicketEvent };

/** Whether the thread itself says it already: its message stands there. Only that a customer's message opened a ticket again goes without saying nowhere. */
const told = (event: TicketEvent) => event.kind !== 'received' && event.messageId !== null;

const timeOf = (message: Message) => message.sentAt ?? message.receivedAt;

/** Messages and what happened around them, in the order it happened. Events older than the oldest message loaded wait for theirs. */
export function timeline(messages: Message[], events: TicketEvent[], complete: boolean): Entry[] {
  const spoken = messages.map((message): Entry => ({ kind: 'message', key: message.id, at: message.direction === 'in' ? message.receivedAt : timeOf(message), message }));
  const since = complete ? '' : (spoken.reduce<string | null>((least, { at }) => (least === null || at < least ? at : least), null) ?? '');
  const happened = events
    .filter((event) => !told(event) && event.at >= since)
    .map((event): Entry => ({ kind: 'event', key: event.id, at: event.at, event }));
  return [...spoken, ...happened].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.kind === 'message' ? -1 : 1));
}

/** Whether there is more to a message than the words shown first. */
export const hasMore = (message: Message) =>
  message.direction === 'in' && (message.html !== null || (message.replyText !== '' && message.replyText.trim() !== message.text.trim()));

/** A mail that says something by its form: pictures or tables, and no quotes to fold away. */
export const speaksByForm = (message: Message) =>
  message.direction === 'in' && message.html !== null && /<(img|table)\b/i.test(message.html) && message.replyText.trim() === message.text.trim();
