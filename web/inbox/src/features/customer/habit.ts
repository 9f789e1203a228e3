import type { TicketRow } from '@shared/api/schema';

const day = 86_400_000;
/** Fewer tickets say nothing of a habit. */
const least = 3;

/** When a customer's tickets last saw a message, and how many days lie between them on average; null where there are too few to tell. */
export function habit(tickets: readonly Pick<TicketRow, 'createdAt' | 'lastMessageAt'>[]): { last: string | null; days: number | null } {
  const last = tickets.reduce<string | null>((newest, { lastMessageAt }) => (newest === null || lastMessageAt > newest ? lastMessageAt : newest), null);
  const begun = tickets.map(({ createdAt }) => Date.parse(createdAt));
  const span = (Math.max(...begun) - Math.min(...begun)) / (begun.length - 1);
  return { last, days: begun.length >= least ? Math.max(1, Math.round(span / day)) : null };
}
