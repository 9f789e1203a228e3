import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@shared/i18n/usePerson';
import { Ago } from '@shared/ui/Ago';
import { cx } from '@shared/ui/cx';
import { Icon } from '@shared/ui/Icon';
import { StateMark } from '@shared/ui/StateMark';
import { RowLink } from './RowLink';
import { Labels, Pressing, Signs, type RowFacts } from './RowSigns';
import styles from './TicketRow.module.css';

const UnreadDot = ({ unread }: { unread: boolean }) => {
  const { t } = useTranslation();
  return unread && <span className={styles.dot} role="img" aria-label={t('row.unread')} title={t('row.unread')} />;
};

/** A ticket in three lines, or two where it is to be compact. */
export const TicketRowItem = memo(function TicketRowItem(facts: RowFacts) {
  const { row, stateName, colors } = facts;
  const { t } = useTranslation();
  const sender = usePerson()(row.customer);
  return (
    <RowLink {...link(facts)} className={cx(styles.row, row.unread && styles.unread)}>
      <span className={styles.line}>
        <UnreadDot unread={row.unread} />
        <span className={styles.sender} title={row.customer.address}>
          {sender}
        </span>
        {row.counts.messages > 1 && (
          <span className={styles.messages} title={t('row.messages', { count: row.counts.messages })}>
            {row.counts.messages}
          </span>
        )}
        <Ago at={row.lastMessageAt} className={styles.age} />
      </span>
      <span className={styles.line}>
        <span className={styles.subject}>{row.subject || t('row.noSubject')}</span>
        <Pressing row={row} />
        <StateMark category={row.category} name={stateName} bare />
      </span>
      <span className={cx(styles.line, styles.third)}>
        <span className={styles.preview}>
          {row.lastDirection === 'out' && <Icon name="reply" size={13} className={styles.answered} />}
          {row.preview}
        </span>
        <Labels labels={row.labels} colors={colors} />
        <Signs {...facts} />
      </span>
    </RowLink>
  );
});

/** A ticket in one line. */
export const TicketLine = memo(function TicketLine(facts: RowFacts) {
  const { row, stateName, colors } = facts;
  const { t } = useTranslation();
  const sender = usePerson()(row.customer);
  return (
    <RowLink {...link(facts)} className={cx(styles.row, styles.single, row.unread && styles.unread)} title={`${stateName} · ${row.subject || t('row.noSubject')}`}>
      <UnreadDot unread={row.unread} />
      <span className={styles.sender} title={row.customer.address}>
        {sender}
      </span>
      <span className={styles.subject}>
        {row.subject || t('row.noSubject')} <span className={styles.preview}>{row.preview}</span>
      </span>
      <span className={styles.roomy}>
        <Labels labels={row.labels} colors={colors} most={1} />
      </span>
      <Pressing row={row} />
      <span className={styles.roomy}>
        <Signs {...facts} />
      </span>
      <Ago at={row.lastMessageAt} className={styles.age} />
    </RowLink>
  );
});

const link = ({ row, href, selected, onOpen, onNear }: RowFacts) => ({ row, href, selected, onOpen, onNear });
