import { useTranslation } from 'react-i18next';
import { useLiveStatus } from './api';
import styles from './LiveBadge.module.css';

/** Says when changes no longer arrive by themselves. While they do, it says nothing. */
export function LiveBadge() {
  const { t } = useTranslation();
  const live = useLiveStatus();
  return (
    <span role="status">
      {live === 'off' && (
        <span className={styles.badge} title={t('live.offLead')}>
          <span className={styles.dot} aria-hidden="true" />
          {t('live.off')}
        </span>
      )}
    </span>
  );
}
