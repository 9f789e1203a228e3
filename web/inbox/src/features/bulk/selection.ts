import { useCallback, useMemo, useRef, useState } from 'react';
import type { TicketRow } from '@shared/api/schema';

/** The most tickets one job takes. */
export const mostAtOnce = 1_000;

/** Which rows of a list are chosen. A list of another name begins with none. */
export function useSelection(name: string, rows: readonly TicketRow[]) {
  const [chosen, setChosen] = useState<{ name: string; rows: ReadonlyMap<string, TicketRow>; mode: boolean }>({ name, rows: new Map(), mode: false });
  const anchor = useRef<string | null>(null);
  if (chosen.name !== name) setChosen({ name, rows: new Map(), mode: false });

  const latest = useRef(rows);
  latest.current = rows;

  /** Chooses a row or lets it go; `range` chooses everything from the last one on. */
  const toggle = useCallback((row: TicketRow, range = false) => {
    const all = latest.current;
    const [from, to] = [all.findIndex(({ id }) => id === anchor.current), all.findIndex(({ id }) => id === row.id)];
    const stretch = range && from >= 0 && to >= 0 ? all.slice(Math.min(from, to), Math.max(from, to) + 1) : null;
    anchor.current = row.id;
    setChosen((before) => {
      const next = new Map(before.rows);
      if (stretch) stretch.forEach((one) => next.set(one.id, one));
      else if (!next.delete(row.id)) next.set(row.id, row);
      return { ...before, rows: new Map([...next].slice(0, mostAtOnce)), mode: before.mode && next.size > 0 };
    });
  }, []);
  const all = useCallback(() => setChosen((before) => ({ ...before, rows: new Map(latest.current.slice(0, mostAtOnce).map((row) => [row.id, row])) })), []);
  const clear = useCallback(() => {
    anchor.current = null;
    setChosen((before) => ({ ...before, rows: new Map(), mode: false }));
  }, []);
  /** Shows what to choose with, before anything is chosen. */
  const begin = useCallback(() => setChosen((before) => ({ ...before, mode: true })), []);

  const now = useMemo(() => {
    const fresh = new Map(rows.map((row) => [row.id, row]));
    return [...chosen.rows.values()].map((row) => fresh.get(row.id) ?? row);
  }, [chosen.rows, rows]);
  return { rows: now, has: (id: string) => chosen.rows.has(id), choosing: chosen.mode || chosen.rows.size > 0, toggle, all, clear, begin };
}

export type Selection = ReturnType<typeof useSelection>;
