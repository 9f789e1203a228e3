import { useMemo, useState } from 'react';
import { useKnownTicket, useTicketList, type Filter } from './api';
import { settle } from './settle';

/** The rows of a list, calm while changes come, and how to have more of them. `held` while somebody has scrolled down. */
export function useRows(filter: Filter, open: string | null, held: boolean) {
  const list = useTicketList(filter);
  const now = useMemo(() => {
    const seen = new Set<string>();
    return (list.data?.pages ?? []).flatMap((page) => page.items).filter((row) => !seen.has(row.id) && seen.add(row.id));
  }, [list.data]);

  const opened = useKnownTicket(open);
  const name = JSON.stringify([filter, list.isPlaceholderData]);
  const [shown, setShown] = useState({ name, now, open, opened, held, rows: now, news: 0 });
  if (shown.name === name && shown.now === now && shown.open === open && shown.opened === opened && shown.held === held) return { list, rows: shown.rows, news: shown.news };
  const next = { name, now, open, opened, held, ...settle(shown.name === name ? shown.rows : [], now, open, held, opened) };
  setShown(next);
  return { list, rows: next.rows, news: next.news };
}

