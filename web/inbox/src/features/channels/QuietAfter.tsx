import { useTranslation } from 'react-i18next';
import type { Channel } from '@shared/api/schema';
import { SelectField } from '@shared/ui/Field';
import { useReason } from '@shared/ui/Notice';
import { useChangeChannel } from './api';
import styles from './ChannelsScreen.module.css';

const days = [1, 3, 7, 30];

/** After how long a silent channel is something an admin wants to know of. */
export function QuietAfter({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const reason = useReason();
  const change = useChangeChannel(channel.id);
  const chosen = change.isPending ? (change.variables.quietAfterHours ?? 0) : channel.quietAfterHours;
  return (
    <div className={styles.quiet}>
      <SelectField
        label={t('channels.quietAfter')}
        hint={t('channels.quietAfterHint')}
        error={change.isError ? reason(change.error) : null}
        value={chosen}
        onChange={(event) => change.mutate({ quietAfterHours: Number(event.target.value) })}
      >
        <option value={0}>{t('channels.quietNever')}</option>
        {[...new Set([...days.map((day) => day * 24), chosen])]
          .filter((hours) => hours > 0)
          .sort((a, b) => a - b)
          .map((hours) => (
            <option key={hours} value={hours}>
              {hours % 24 === 0 ? t('channels.quietDays', { count: hours / 24 }) : t('channels.quietHours', { count: hours })}
            </option>
          ))}
      </SelectField>
    </div>
  );
}
