import type { Calendar, Holiday, Span } from '@shared/api/schema';
import { knownZone } from '@shared/i18n/format';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];
export type WeekHours = Record<Weekday, Span[]>;

/** A calendar as an admin is writing it. */
export interface Draft {
  name: string;
  timeZone: string;
  week: WeekHours;
  holidays: Holiday[];
}

export type Fault = 'time' | 'order' | 'overlap' | 'name' | 'date' | 'twice';

const midnight = 24 * 60;
const dayLength = 86_400_000;

/** A Monday; the days after it name the others. */
const someMonday = Date.UTC(2024, 0, 1);
export const dayOf = (weekday: Weekday) => new Date(someMonday + weekdays.indexOf(weekday) * dayLength);

export const draftOf = ({ name, timeZone, week, holidays }: Calendar): Draft => ({
  name,
  timeZone,
  week: Object.fromEntries(weekdays.map((day) => [day, week[day] ?? []])) as WeekHours,
  holidays,
});

export type Template = 'weekdays' | 'everyDay' | 'always';
export const templates: Template[] = ['weekdays', 'everyDay', 'always'];

/** What a new calendar begins with, in the zone of whoever makes it. */
export function begin(template: Template, name: string): Draft {
  const spans: Span[] = template === 'always' ? [{ from: '00:00', to: '24:00' }] : [{ from: '09:00', to: '17:00' }];
  const isOpen = (day: Weekday) => template !== 'weekdays' || (day !== 'saturday' && day !== 'sunday');
  return {
    name,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: Object.fromEntries(weekdays.map((day) => [day, isOpen(day) ? spans : []])) as WeekHours,
    holidays: [],
  };
}

/** Minutes since midnight; null for what is no time. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(time) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  return all <= midnight ? all : null;
}

/** Hours to add to a day: after the last ones, else the usual. */
export function nextSpan(spans: Span[]): Span {
  const end = Math.max(0, ...spans.map(({ to }) => minutesOf(to) ?? 0));
  if (end === 0 || end > midnight - 120) return { from: '09:00', to: '17:00' };
  const text = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return { from: text(end + 60), to: text(Math.min(midnight, end + 300)) };
}

/** What is wrong with a day's spans, by the place the server calls it by. */
export function spanFaults(spans: Span[], place: string): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  spans.forEach(({ from, to }, index) => {
    const [begins, ends] = [minutesOf(from), minutesOf(to)];
    if (begins === null || begins === midnight) faults[`${place}[${index}].from`] = 'time';
    else if (ends === null) faults[`${place}[${index}].to`] = 'time';
    else if (ends <= begins) faults[`${place}[${index}].to`] = 'order';
    else if (spans.some((other, at) => at !== index && other.from < to && from < other.to && (other.from < from || (other.from === from && at < index)))) faults[`${place}[${index}].from`] = 'overlap';
  });
  return faults;
}

/** Everything that is wrong with a calendar. */
export function faultsOf({ name, week, holidays }: Draft): Record<string, Fault> {
  const all: Record<string, Fault>[] = [name.trim() ? {} : { name: 'name' }];
  for (const day of weekdays) all.push(spanFaults(week[day], `week.${day}`));
  holidays.forEach((holiday, index) => {
    all.push(spanFaults(holiday.spans, `holidays[${index}].spans`));
    if (!holiday.name.trim()) all.push({ [`holidays[${index}].name`]: 'name' });
  });
  return Object.assign({}, ...all) as Record<string, Fault>;
}

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The day a holiday falls on; a yearly one in a leap year, so that the 29th of February is one. Null for what is no date. */
export function dateOf(text: string): Date | null {
  const whole = text.startsWith('--') ? `2024-${text.slice(2)}` : text;
  if (!/^(20\d\d|2100)-\d\d-\d\d$/.test(whole)) return null;
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && iso(date) === whole ? date : null;
}

/** One year's date as every year's. */
export const yearly = (date: string) => `--${date.slice(5)}`;

/** Reads lines of a date and a name; what cannot be read, or is known already, is left. */
export function readHolidays(text: string, known: Holiday[]): { read: Holiday[]; left: string } {
  const dates = new Set(known.map(({ date }) => date));
  const read: Holiday[] = [];
  const left: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, date = '', name = ''] = /^\s*(\S+)\s+(.*\S)\s*$/.exec(line) ?? [];
    if (dateOf(date) && name && name.length <= 80 && !dates.has(date)) {
      dates.add(date);
      read.push({ date, name, spans: [] });
    } else if (line.trim()) left.push(line);
  }
  return { read, left: left.join('\n') };
}

export const inOrder = (holidays: Holiday[]) => [...holidays].sort((one, other) => one.date.localeCompare(other.date));

/** Today in a zone, as a date that stands in UTC. */
export function todayIn(timeZone: string, now: number): Date {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: knownZone(timeZone), year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  return new Date(`${parts}T00:00:00Z`);
}

/** Days from a date on, with the spans that count on each. */
export function daysFrom({ week, holidays }: Draft, first: Date, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(first.getTime() + index * dayLength);
    const text = iso(date);
    const holiday = holidays.find((one) => one.date === text) ?? holidays.find((one) => one.date === yearly(text)) ?? null;
    return { date, holiday, spans: holiday?.spans ?? week[weekdays[(date.getUTCDay() + 6) % 7] ?? 'monday'] };
  });
}
