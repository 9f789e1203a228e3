import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/i18n/format';
import { IconButton } from '@shared/ui/Button';
import { Menu } from '@shared/ui/Menu';
import styles from './CalendarsScreen.module.css';
import { dayOf, weekdays, type Weekday, type WeekHours } from './hours';
import { SpanList } from './SpanList';

/** The usual week, a row a day; a day's hours can be copied to others. */
export function WeekRows({ week, errors, onChange }: { week: WeekHours; errors: Record<string, string>; onChange: (week: WeekHours) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const copy = (from: Weekday, to: readonly Weekday[]) => onChange({ ...week, ...Object.fromEntries(to.map((day) => [day, week[from]])) });
  return (
    <ul className={styles.week}>
      {weekdays.map((day) => {
        const name = format.weekday(dayOf(day));
        return (
          <li key={day} className={styles.day}>
            <span className={styles.dayName}>{name}</span>
            <SpanList day={name} spans={week[day]} place={`week.${day}`} errors={errors} onChange={(spans) => onChange({ ...week, [day]: spans })} />
            <Menu
              label={t('calendars.copy', { day: name })}
              align="end"
              groups={[
                { key: 'all', items: [{ key: 'all', label: t('calendars.copyAll'), onSelect: () => copy(day, weekdays) }] },
                { key: 'days', items: weekdays.filter((other) => other !== day).map((other) => ({ key: other, label: format.weekday(dayOf(other)), onSelect: () => copy(day, [other]) })) },
              ]}
              trigger={(props) => <IconButton {...props} icon="copy" size="s" label={t('calendars.copy', { day: name })} />}
            />
          </li>
        );
      })}
    </ul>
  );
}
