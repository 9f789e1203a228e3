import { useTranslation } from 'react-i18next';
import type { Connection } from '../api/schema';
import { useFault } from '../i18n/useFault';
import { Ago } from './Ago';
import { Icon } from './Icon';
import styles from './Standing.module.css';

/** How a channel's connections stand: when each last worked, or why it does not and when it is tried again. */
export function Standing({ connections }: { connections: readonly Connection[] }) {
  const { t } = useTranslation();
  const fault = useFault();
  if (connections.length === 0) return null;
  return (
    <ul className={styles.standing}>
      {connections.map(({ way, fault: why, succeededAt, nextAt, expiresAt }) => (
        <li key={way} className={why ? styles.bad : undefined}>
          <Icon name={why ? 'alert' : 'check'} size={14} />
          <span>
            <strong>{t(`connectionWay.${way}`)}</strong>{' '}
            {why ? (
              <>
                {fault(why.code)} {t('channels.since')} <Ago at={why.since} style="moment" />.{' '}
                {nextAt && (
                  <>
                    {t('channels.nextTry')} <Ago at={nextAt} style="moment" />.{' '}
                  </>
                )}
                <span className={styles.words}>{why.text}</span>
              </>
            ) : succeededAt ? (
              <>
                {t('channels.worked')} <Ago at={succeededAt} style="moment" />
              </>
            ) : (
              t('channels.notYet')
            )}
            {expiresAt && (
              <>
                {' '}
                {t('channels.expires')} <Ago at={expiresAt} style="moment" />.
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
