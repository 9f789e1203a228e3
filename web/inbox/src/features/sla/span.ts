import { useTranslation } from 'react-i18next';

export const kinds = ['firstReply', 'nextReply', 'resolution'] as const;
export const units = { minute: 1, hour: 60, day: 1440 } as const;
export type Unit = keyof typeof units;

/** The largest unit that says these minutes in whole numbers. */
export const unitOf = (minutes: number): Unit => (minutes % units.day === 0 ? 'day' : minutes % units.hour === 0 ? 'hour' : 'minute');

/** Minutes as people say them. */
export function useSpan() {
  const { i18n } = useTranslation();
  return (minutes: number) => {
    const unit = unitOf(minutes);
    return new Intl.NumberFormat(i18n.language, { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / units[unit]);
  };
}
