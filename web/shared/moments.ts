export type Moment = 'laterToday' | 'tomorrow' | 'nextWeek' | 'inAWeek';

const morning = 9;
const later = 3;

/** Times people put tickets off to, in their own time zone: in three hours while it is still day, tomorrow morning, next Monday morning, and the same weekday of the week after; no two are the same moment. */
export function moments(now: Date): { key: Moment; at: Date }[] {
  const on = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning);
  const today = new Date(Math.max(now.getTime() + later * 3_600_000, on(0).getTime()));
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return [
    ...(today.getDate() === now.getDate() ? [{ key: 'laterToday' as const, at: today }] : []),
    { key: 'tomorrow', at: on(1) },
    ...(toMonday > 1 ? [{ key: 'nextWeek' as const, at: on(toMonday) }] : []),
    ...(toMonday < 7 ? [{ key: 'inAWeek' as const, at: on(7) }] : []),
  ];
}
