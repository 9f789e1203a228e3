import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/i18n/format';
import { cx } from '@shared/ui/cx';
import styles from './CalendarsScreen.module.css';
import { daysFrom, minutesOf, todayIn, type Draft } from './hours';

const wholeDay = 24 * 60;

/** The next two weeks of a calendar, a bar a day from midnight to midnight. */
export function TwoWeeks({ draft, now }: { draft: Draft; now: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={styles.bars}>
      {daysFrom(draft, todayIn(draft.timeZone, now), 14).map(({ date, holiday, spans }) => {
        const open = spans.flatMap(({ from, to }) => {
          const [begins, ends] = [minutesOf(from), minutesOf(to)];
          return begins !== null && ends !== null && begins < ends ? [{ from, to, begins, ends }] : [];
        });
        return (
          <li key={date.getTime()} className={cx(styles.bar, holiday && styles.feast)}>
            <span className={styles.barDay}>
              {format.weekday(date, 'short')} {date.getUTCDate()}
            </span>
            <span className={styles.track} title={holiday?.name}>
              {open.map(({ from, to, begins, ends }) => (
                <span key={from} className={styles.open} style={{ left: `${(begins / wholeDay) * 100}%`, width: `${((ends - begins) / wholeDay) * 100}%` }} title={`${from}–${to}`} />
              ))}
            </span>
            <span className="visually-hidden">{[holiday?.name, open.length === 0 ? t('calendars.closedDay') : format.list(open.map(({ from, to }) => `${from}–${to}`))].filter(Boolean).join(': ')}</span>
          </li>
        );
      })}
    </ol>
  );
}
