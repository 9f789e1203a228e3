import { useTranslation } from 'react-i18next';
import { useAgentName, useMe } from '@/features/agents/api';
import { useFormat } from '@shared/i18n/format';
import { Icon } from '@shared/ui/Icon';
import styles from './LookingLine.module.css';
import { useLooking } from './looking';

/** Which colleagues have this ticket open too, and who of them writes. Says nothing while nobody has. */
export function LookingLine({ ticketId, writing }: { ticketId: string; writing: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const nameOf = useAgentName();
  const others = useLooking(ticketId, me.id, writing);
  const named = (writes: boolean) => format.list(others.filter((one) => one.writes === writes).map(({ agent }) => nameOf(agent) ?? t('event.somebody')));
  const [writers, lookers] = [named(true), named(false)];
  return (
    <p className={styles.line} role="status">
      {writers && (
        <span className={styles.writes}>
          <Icon name="note" size={13} /> {t('looking.writes', { names: writers })}
        </span>
      )}
      {lookers && (
        <span>
          <Icon name="eye" size={13} /> {t('looking.looks', { names: lookers })}
        </span>
      )}
    </p>
  );
}
