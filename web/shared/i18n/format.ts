import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The reader's own region, where their browser names one for the language. */
const regional = (language: string) => navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;

/** A time zone as this browser knows it; undefined, which is the browser's own, for one it has not heard of. */
export function knownZone(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const build = (plain: string) => {
  const language = regional(plain);
  const unit = (name: string) => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'narrow', maximumFractionDigits: 0 });
  const minutes = unit('minute');
  const hours = unit('hour');
  const days = unit('day');
  const dayMonth = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
  const dayMonthYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'numeric', year: 'numeric' });
  const longDate = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });
  const clock = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
  const hourOnly = new Intl.DateTimeFormat(language, { hour: 'numeric' });
  const number = new Intl.NumberFormat(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  const size = (name: string, unitDisplay: 'short' | 'long' = 'short') => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: 1 });
  const bytes = [size('byte', 'long'), size('kilobyte'), size('megabyte')] as const;

  return {
    /** How long ago, in as little room as it takes: 5m, 3h, 2d, then the date. Null while it is now. */
    age: (at: Date, now: number) => {
      const past = now - at.getTime();
      if (past < minute) return null;
      if (past < hour) return minutes.format(Math.floor(past / minute));
      if (past < day) return hours.format(Math.floor(past / hour));
      if (past < 7 * day) return days.format(Math.floor(past / day));
      return (at.getFullYear() === new Date(now).getFullYear() ? dayMonth : dayMonthYear).format(at);
    },
    /** Time of day today, with the date before that. */
    moment: (at: Date, now: number) => (at.toDateString() === new Date(now).toDateString() ? clock.format(at) : `${dayMonth.format(at)}, ${clock.format(at)}`),
    /** The hour of the day alone, as a chart writes it. */
    hour: (at: Date) => hourOnly.format(at),
    /** Time of day to the second. */
    clock: (at: Date) => new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(at),
    exact: (at: Date) => exact.format(at),
    date: (at: Date) => dayMonthYear.format(at),
    longDate: (at: Date) => longDate.format(at),
    /** When a shop opens or closes, on its own clock: weekday and time within a week, the date too after that. */
    opening: (at: Date, now: number, timeZone: string) => {
      const zone = { timeZone: knownZone(timeZone) };
      const date = new Intl.DateTimeFormat(language, { ...zone, weekday: 'long', ...(at.getTime() - now < 6 * day ? {} : { day: 'numeric', month: 'long' }) });
      return `${date.format(at)} ${new Intl.DateTimeFormat(language, { ...zone, hour: 'numeric', minute: '2-digit' }).format(at)}`;
    },
    weekday: (at: Date, style: 'long' | 'short' = 'long') => new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }).format(at),
    /** A day of a shop, whose date stands in UTC; without the year where it comes every year. */
    day: (at: Date, yearly: boolean) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'long', ...(yearly ? {} : { year: 'numeric', weekday: 'short' }) }).format(at),
    number: (value: number) => number.format(value),
    list: (values: string[]) => list.format(values),
    bytes: (value: number) =>
      value < 1000 ? bytes[0].format(value) : value < 1_000_000 ? bytes[1].format(Math.round(value / 1000)) : bytes[2].format(value / 1_000_000),
  };
};

const built = new Map<string, ReturnType<typeof build>>();

/** Dates, numbers, sizes and lists the way `language` writes them. */
export function formats(language: string) {
  const known = built.get(language) ?? build(language);
  built.set(language, known);
  return known;
}

export function useFormat() {
  const { i18n } = useTranslation();
  return useMemo(() => formats(i18n.language), [i18n.language]);
}
