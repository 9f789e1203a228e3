import type { TicketRow } from '@shared/api/schema';

/** How far each ticket was known, by id: what is later is news. */
export type Known = ReadonlyMap<string, string>;

export const knownOf = (rows: readonly TicketRow[], before: Known = new Map()): Known => new Map([...before, ...rows.map(({ id, lastMessageAt }) => [id, lastMessageAt] as const)]);

/** The rows somebody is told of: unread, so not their own doing, later than was known, and not open before them. */
export const newsOf = (rows: readonly TicketRow[], known: Known, shown: string | null): TicketRow[] => [
  ...new Map(rows.filter((row) => row.unread && row.spam === null && row.id !== shown && (known.get(row.id) ?? '') < row.lastMessageAt).map((row) => [row.id, row])).values(),
];
