import { useTranslation } from 'react-i18next';
import { Button } from '@shared/ui/Button';
import { Picker } from '@shared/ui/Picker';
import { useTimeZones } from './api';
import styles from './CalendarsScreen.module.css';

const offsetText = (minutes: number) => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
};

/** Chooses a time zone by city, region or offset. */
export function ZonePicker({ chosen, error, onChoose }: { chosen: string; error: string | undefined; onChoose: (zone: string) => void }) {
  const { t } = useTranslation();
  const { data: zones = [] } = useTimeZones();
  const readable = (id: string) => id.replaceAll('_', ' ');
  const known = zones.find(({ id }) => id === chosen);
  return (
    <div className={styles.zone}>
      <span className={styles.label}>{t('calendars.zone')}</span>
      <Picker
        label={t('calendars.zone')}
        placeholder={t('calendars.zoneSearch')}
        empty={t('calendars.zoneEmpty')}
        choices={zones.map(({ id, offsetMinutes }) => ({
          key: id,
          label: readable(id),
          words: offsetText(offsetMinutes),
          end: <small className={styles.quiet}>{offsetText(offsetMinutes)}</small>,
          chosen: id === chosen,
          onSelect: () => onChoose(id),
        }))}
        trigger={(props) => (
          <Button {...props} icon="globe" aria-label={`${t('calendars.zone')}: ${readable(chosen)}`}>
            {readable(chosen)} {known && <span className={styles.quiet}>{offsetText(known.offsetMinutes)}</span>}
          </Button>
        )}
      />
      {error && <p className={styles.error}>{error}</p>}
    </div>
  );
}
