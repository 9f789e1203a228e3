import type { TicketRow } from '@shared/api/schema';

interface Settled {
  rows: TicketRow[];
  /** How many have come to the top and are not shown yet. */
  news: number;
}

/**
 * What a list shows of what the server says, so that nothing jumps under whoever reads: scrolled down, rows keep their places and what is new on top waits;
 * at the top, the open ticket alone stays where it was, even when it is no longer of this list, until one moves on; then as it stands in `opened`.
 */
export function settle(before: readonly TicketRow[], now: readonly TicketRow[], open: string | null, held: boolean, opened?: TicketRow): Settled {
  if (before.length === 0) return { rows: [...now], news: 0 };
  const fresh = new Map(now.map((row) => [row.id, row]));
  const known = new Set(before.map(({ id }) => id));
  const kept = before.flatMap((row) => fresh.get(row.id) ?? (row.id === open ? (opened ?? row) : []));
  if (held) {
    const last = now.findLastIndex(({ id }) => known.has(id));
    return { rows: [...kept, ...now.slice(last + 1)], news: now.slice(0, Math.max(0, last)).filter(({ id }) => !known.has(id)).length };
  }
  const place = kept.findIndex(({ id }) => id === open);
  const row = kept[place];
  if (!row) return { rows: [...now], news: 0 };
  return { rows: now.filter(({ id }) => id !== open).toSpliced(place, 0, row), news: 0 };
}
