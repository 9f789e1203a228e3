import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@shared/api/schema';
import { plainClick } from '@shared/router';
import { usePerson } from '@shared/i18n/usePerson';
import { Ago } from '@shared/ui/Ago';
import { Avatar } from '@shared/ui/Avatar';
import { cx } from '@shared/ui/cx';
import { DueMark } from '@shared/ui/DueMark';
import { Icon } from '@shared/ui/Icon';
import { sourceIcon } from '@shared/ui/source';
import { Stars } from '@shared/ui/Stars';
import { StateMark } from '@shared/ui/StateMark';
import { StoreDot } from '@shared/ui/StoreDot';
import styles from './TicketRow.module.css';

interface TicketRowItemProps {
  row: TicketRow;
  href: string;
  selected: boolean;
  stateName: string;
  assigneeName: string | null;
  store: { name: string; color: string } | null;
  /** Of labels that have one. */
  colors?: Record<string, string>;
  onOpen: (row: TicketRow) => void;
  onNear: (row: TicketRow) => void;
}

const mostLabels = 2;

export const TicketRowItem = memo(function TicketRowItem({ row, href, selected, stateName, assigneeName, store, colors, onOpen, onNear }: TicketRowItemProps) {
  const { t } = useTranslation();
  const sender = usePerson()(row.customer);
  return (
    <a
      href={href}
      className={cx(styles.row, row.unread && styles.unread)}
      aria-current={selected ? 'true' : undefined}
      onPointerEnter={() => onNear(row)}
      onClick={(event) => {
        if (!plainClick(event)) return;
        event.preventDefault();
        onOpen(row);
      }}
    >
      <span className={styles.line}>
        {row.unread && <span className={styles.dot} role="img" aria-label={t('row.unread')} title={t('row.unread')} />}
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
        {row.priority === 'urgent' || row.priority === 'high' ? (
          <span className={styles.urgent}>
            <Icon name="alert" size={13} />
            {row.priority === 'urgent' ? t('row.urgent') : t('row.high')}
          </span>
        ) : null}
        <DueMark targets={row.targets} />
        {row.review && <span className={styles.review}>{t('row.review')}</span>}
        <StateMark category={row.category} name={stateName} bare />
      </span>
      <span className={styles.line}>
        <span className={styles.preview}>
          {row.lastDirection === 'out' && <Icon name="reply" size={13} className={styles.answered} />}
          {row.preview}
        </span>
        {row.labels.slice(0, mostLabels).map((label) => (
          <span key={label} className={styles.label} style={colors?.[label] ? { boxShadow: `inset 3px 0 ${colors[label]}` } : undefined}>
            {label}
          </span>
        ))}
        {row.labels.length > mostLabels && (
          <span className={styles.label} title={row.labels.slice(mostLabels).join(', ')}>
            +{row.labels.length - mostLabels}
          </span>
        )}
        <span className={styles.marks}>
          {row.rating && <Stars stars={row.rating.stars} short />}
          {row.counts.attachments > 0 && (
            <span role="img" aria-label={t('row.attachments', { count: row.counts.attachments })} title={t('row.attachments', { count: row.counts.attachments })}>
              <Icon name="attach" size={14} />
            </span>
          )}
          <span role="img" aria-label={t(`source.${sourceOf(row.channelKind)}`)} title={t(`source.${sourceOf(row.channelKind)}`)}>
            <Icon name={sourceIcon(row.channelKind)} size={14} />
          </span>
          {store && <StoreDot color={store.color} label={store.name} />}
          {assigneeName && <Avatar name={assigneeName} size={18} label={t('row.assigned', { name: assigneeName })} />}
        </span>
      </span>
    </a>
  );
});

const known = ['email', 'form', 'chat', 'whatsapp', 'messenger', 'instagram'] as const;
const sourceOf = (kind: string) => known.find((one) => one === kind) ?? 'other';
