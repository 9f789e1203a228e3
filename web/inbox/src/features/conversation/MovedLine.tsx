import { useTranslation } from 'react-i18next';
import type { Message } from '@shared/api/schema';
import { Link } from '@shared/router';
import { Icon } from '@shared/ui/Icon';
import styles from './SystemLine.module.css';

interface MovedLineProps {
  to: NonNullable<Message['movedTo']>;
  count: number;
  hrefOf: (ticketId: string) => string;
}

/** Stands where messages were that have a ticket of their own now. */
export function MovedLine({ to, count, hrefOf }: MovedLineProps) {
  const { t } = useTranslation();
  return (
    <p className={styles.line}>
      <Icon name="split" size={14} className={styles.sign} />
      <Link to={hrefOf(to.id)}>{t('split.moved', { count, number: to.number })}</Link>
    </p>
  );
}
