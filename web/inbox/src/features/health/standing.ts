import type { DeskState, ReportRow } from '@shared/api/schema';

const minute = 60_000;
const hour = 60 * minute;

/** An answer on its way is not yet an answer that is stuck. */
const late = 5 * minute;
/** The server counts no further. */
const most = 1000;

const past = (state: DeskState, at: string) => Date.parse(state.at) - Date.parse(at);

/** Whether answers wait that should be gone since long. */
export const isLate = (state: DeskState) => state.oldestDueAt !== null && past(state, state.oldestDueAt) >= late;

/** Whether there is nothing for an admin to do. */
export const isFine = (state: DeskState) => state.problems === 0 && !isLate(state) && !state.channels.some(({ connections }) => connections.some(({ fault }) => fault));

export const isMost = (count: number) => count >= most;

/** The last 24 hours up to `at`, oldest first; null where nothing was measured. */
export function lastDay(at: string, rows: ReportRow[], what: string): { at: Date; value: number | null }[] {
  const measured = new Map(rows.map((row) => [Date.parse(row.at), row.values[what] ?? null]));
  const current = Math.floor(Date.parse(at) / hour) * hour;
  return Array.from({ length: 24 }, (_, index) => {
    const begins = current - (23 - index) * hour;
    return { at: new Date(begins), value: measured.get(begins) ?? null };
  });
}
