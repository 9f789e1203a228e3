import { useTranslation } from 'react-i18next';
import type { DeskState } from '@shared/api/schema';
import { Link } from '@shared/router';
import { Ago } from '@shared/ui/Ago';
import { Icon } from '@shared/ui/Icon';
import { Standing } from '@shared/ui/Standing';
import styles from './HealthScreen.module.css';

/** When each channel was last heard, and what to look at when that is long ago. */
export function ChannelList({ state }: { state: DeskState }) {
  const { t } = useTranslation();
  if (state.channels.length === 0) return <p className={styles.lead}>{t('channels.empty')}</p>;
  return (
    <ul className={styles.channels}>
      {state.channels.map(({ id, name, lastMessageAt, quiet, connections }) => (
        <li key={id}>
          <span className={styles.name}>{name}</span>
          <span className={styles.heard}>
            {lastMessageAt ? (
              <>
                {t('channels.last')} <Ago at={lastMessageAt} style="moment" />
              </>
            ) : (
              t('channels.never')
            )}
          </span>
          {lastMessageAt === null && (
            <p className={styles.quiet}>
              {t('health.unheard')} <Link to={`/settings/channels#${id}`}>{t('channelTrouble.toChannels')}</Link>
            </p>
          )}
          {quiet && (
            <p className={styles.silent}>
              <Icon name="alert" size={14} />
              <span>
                {t('health.silent')} <Link to={`/settings/channels#${id}`}>{t('channelTrouble.toChannels')}</Link>
              </span>
            </p>
          )}
          <Standing connections={connections} />
        </li>
      ))}
    </ul>
  );
}
