import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import type { Sending } from '@/features/composer/api';
import { Avatar } from '@shared/ui/Avatar';
import { cx } from '@shared/ui/cx';
import { Icon } from '@shared/ui/Icon';
import styles from './MessageCard.module.css';

/** What has been written and is on its way to the server. */
export function PendingCard({ sending }: { sending: Extract<Sending, { phase: 'sending' }> }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <article className={cx(styles.card, sending.mode === 'note' ? styles.note : styles.out)} aria-busy="true" aria-label={t('message.by', { name: me.name })}>
      <Avatar name={me.name} picture={me.picture} size={32} />
      <div className={styles.paper}>
        <header className={styles.header}>
          <span className={styles.name}>{me.name}</span>
          <span className={styles.side}>
            <Icon name="send" size={13} />
            <span className={styles.time}>{sending.mode === 'note' ? t('composer.saving') : t('delivery.sending')}</span>
          </span>
        </header>
        <div className={styles.words}>{sending.text}</div>
        {sending.files.length > 0 && <span className={styles.kind}>{sending.files.join(', ')}</span>}
      </div>
    </article>
  );
}
