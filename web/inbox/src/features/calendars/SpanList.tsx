import { useTranslation } from 'react-i18next';
import type { Span } from '@shared/api/schema';
import { IconButton } from '@shared/ui/Button';
import styles from './CalendarsScreen.module.css';
import { nextSpan } from './hours';

interface SpanListProps {
  day: string;
  spans: Span[];
  /** Where they stand in the calendar, as faults name it. */
  place: string;
  errors: Record<string, string>;
  onChange: (spans: Span[]) => void;
}

/** The hours of one day, each from and to. */
export function SpanList({ day, spans, place, errors, onChange }: SpanListProps) {
  const { t } = useTranslation();
  const set = (index: number, part: Partial<Span>) => onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <div className={styles.spans}>
      {spans.length === 0 && <span className={styles.quiet}>{t('calendars.closedDay')}</span>}
      {spans.map((span, index) => {
        const { [`${place}[${index}].from`]: from, [`${place}[${index}].to`]: to } = errors;
        return (
          <div key={index} className={styles.span}>
            <input type="time" className={styles.time} aria-label={t('calendars.from', { day })} aria-invalid={from ? true : undefined} required value={span.from} onChange={(event) => set(index, { from: event.target.value })} />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              className={styles.time}
              aria-label={t('calendars.to', { day })}
              aria-invalid={to ? true : undefined}
              required
              value={span.to === '24:00' ? '00:00' : span.to}
              onChange={(event) => set(index, { to: event.target.value === '00:00' ? '24:00' : event.target.value })}
            />
            <IconButton icon="close" size="s" label={t('calendars.removeSpan', { day, span: `${span.from}–${span.to}` })} onClick={() => onChange(spans.filter((_, at) => at !== index))} />
            {(from ?? to) && (
              <p role="alert" className={styles.error}>
                {from ?? to}
              </p>
            )}
          </div>
        );
      })}
      {errors[place] && <p className={styles.error}>{errors[place]}</p>}
      <IconButton icon="plus" size="s" label={t('calendars.addSpan', { day })} disabled={spans.length >= 20} onClick={() => onChange([...spans, nextSpan(spans)])} />
    </div>
  );
}
