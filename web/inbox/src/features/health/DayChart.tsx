import { useTranslation } from 'react-i18next';
import type { ReportRow } from '@shared/api/schema';
import type { TextKey } from '@shared/i18n';
import { useFormat } from '@shared/i18n/format';
import { cx } from '@shared/ui/cx';
import styles from './DayChart.module.css';
import { lastDay } from './standing';

const measures: { key: string; label: TextKey }[] = [
  { key: 'waiting', label: 'health.waiting' },
  { key: 'outbox', label: 'health.overdue' },
  { key: 'problems', label: 'problems.title' },
];

/** Every how many hours the time is written below. */
const apart = 6;

/** The last day in bars, one for each hour; the same numbers as a table for readers. */
export function DayChart({ at, hours }: { at: string; hours: ReportRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const charts = measures.map(({ key, label }) => ({ key, label: t(label), bars: lastDay(at, hours, key) }));
  const times = charts[0]?.bars.map((bar) => bar.at) ?? [];
  if (!charts.some(({ bars }) => bars.some((bar) => bar.value !== null))) return <p className={styles.empty}>{t('health.noDay')}</p>;

  return (
    <>
      <div className={styles.charts} aria-hidden="true">
        {charts.map(({ key, label, bars }) => {
          const top = Math.max(1, ...bars.map((bar) => bar.value ?? 0));
          const highest = Math.max(0, ...bars.map((bar) => bar.value ?? 0));
          return (
            <div key={key} className={cx(styles.chart, styles[key])}>
              <span className={styles.label}>{label}</span>
              <div className={styles.bars}>
                {bars.map(({ at: hour, value }) => (
                  <span key={hour.getTime()} className={styles.slot} title={`${format.hour(hour)} · ${value === null ? t('health.unmeasured') : format.number(value)}`}>
                    <span className={value === null ? styles.gap : cx(styles.bar, value === 0 && styles.zero)} style={value ? { height: `${(value / top) * 100}%` } : undefined} />
                  </span>
                ))}
              </div>
              <span className={styles.most}>{highest > 0 ? t('health.most', { value: format.number(highest) }) : format.number(0)}</span>
            </div>
          );
        })}
        <div className={styles.times}>
          <div className={styles.hours}>
            {times.map(
              (hour, index) =>
                index % apart === 0 && (
                  <span key={hour.getTime()} style={{ gridColumnStart: index + 1 }}>
                    {format.hour(hour)}
                  </span>
                ),
            )}
            <span className={styles.now}>{t('now')}</span>
          </div>
        </div>
      </div>
      <div className="visually-hidden">
        <table>
          <caption>{t('health.day')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('health.hour')}</th>
              {charts.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {times.map((hour, index) => (
              <tr key={hour.getTime()}>
                <th scope="row">{format.hour(hour)}</th>
                {charts.map(({ key, bars }) => {
                  const value = bars[index]?.value ?? null;
                  return <td key={key}>{value === null ? t('health.unmeasured') : format.number(value)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
