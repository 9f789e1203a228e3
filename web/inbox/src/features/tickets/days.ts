/** The day of an instant as date fields write it, in the agent's time zone; of the one that ends a stretch, the last day within. */
export function dayOf(instant: string | undefined, ends = false): string {
  if (instant === undefined) return '';
  const at = new Date(Date.parse(instant) - (ends ? 1 : 0));
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const midnight = (day: string, later = 0) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
};

/** From the beginning of a day to the end of another, as instants; an empty day leaves its side open. */
export const stretch = (first: string, last: string): { from?: string; before?: string } => ({ from: first ? midnight(first) : undefined, before: last ? midnight(last, 1) : undefined });
