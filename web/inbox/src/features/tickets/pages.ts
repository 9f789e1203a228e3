import type { InfiniteData } from '@tanstack/react-query';
import type { Page, TicketRow } from '@shared/api/schema';

/** The pages of a list that are loaded, each with where it begins. */
export type Rows = InfiniteData<Page<TicketRow>, string | null>;

/** Puts a fresh first page before the pages that were loaded, each ticket once. */
export function withFreshFirst(data: Rows, fresh: Page<TicketRow>): Rows {
  const [first, ...rest] = data.pages;
  const old = first?.items ?? [];
  const ids = new Set(fresh.items.map(({ id }) => id));
  const came = fresh.items.filter(({ id }) => !old.some((row) => row.id === id)).length;
  // As many as came are pushed off the first page; they stay, before the second, which begins after them.
  const pushed = old.slice(fresh.items.length - came).filter(({ id }) => !ids.has(id));
  return { ...data, pages: [{ items: [...fresh.items, ...pushed], next: first?.next ?? null }, ...rest.map((page) => ({ ...page, items: page.items.filter(({ id }) => !ids.has(id)) }))] };
}

/** Where a row stands in an order, the smaller the earlier; null where rows alone do not say. */
const places: Record<string, (row: TicketRow) => number> = {
  newest: ({ lastMessageAt }) => -Date.parse(lastMessageAt),
  oldest: ({ lastMessageAt }) => Date.parse(lastMessageAt),
  created: ({ createdAt }) => -Date.parse(createdAt),
};

/** Makes the pages true for these tickets, of which `now` still belong to the list: each is shown as it is, where it belongs, or no more. `sort` is null where rows are in an order of their own. */
export function withChanged(data: Rows, ids: readonly string[], now: readonly TicketRow[], sort: string | null): Rows {
  const place = sort === null ? undefined : places[sort];
  const asked = new Set(ids);
  const fresh = new Map(now.map((row) => [row.id, row]));
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.flatMap((row) => {
      if (!asked.has(row.id)) return row;
      const seen = fresh.get(row.id);
      if (!seen || (place && place(seen) !== place(row))) return []; // it is gone from here
      fresh.delete(row.id);
      return seen;
    }),
  }));
  if (!place) return { ...data, pages };
  for (const row of fresh.values()) {
    const behind = (other: TicketRow) => place(other) > place(row);
    const page = pages.find(({ items }) => items.some(behind)) ?? (pages.at(-1)?.next === null ? pages.at(-1) : undefined); // else it comes with a page that is not loaded yet
    const at = page?.items.findIndex(behind) ?? -1;
    if (page) page.items = page.items.toSpliced(at < 0 ? page.items.length : at, 0, row);
  }
  return { ...data, pages };
}
