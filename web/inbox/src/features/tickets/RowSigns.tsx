import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Avatar } from '@shared/ui/Avatar';
import { DueMark } from '@shared/ui/DueMark';
import { Icon } from '@shared/ui/Icon';
import { sourceIcon } from '@shared/ui/source';
import { Stars } from '@shared/ui/Stars';
import { StoreDot } from '@shared/ui/StoreDot';
import styles from './TicketRow.module.css';

/** What a row needs to know besides the ticket. */
export interface RowFacts {
  row: TicketRow;
  href: string;
  selected: boolean;
  stateName: string;
  assigneeName: string | null;
  store: { name: string; color: string } | null;
  /** Of labels that have one. */
  colors?: Record<string, string>;
  /** This agent has written something here and not sent it. */
  drafted?: boolean;
  /** Colleagues who have it open. */
  lookers?: string;
  onOpen: (row: TicketRow) => void;
  onNear: (row: TicketRow) => void;
}

/** A ticket's labels, as many as there is room for. */
export function Labels({ labels, colors, most = 2 }: { labels: string[]; colors?: Record<string, string>; most?: number }) {
  return (
    <>
      {labels.slice(0, most).map((label) => (
        <span key={label} className={styles.label} style={colors?.[label] ? { boxShadow: `inset 3px 0 ${colors[label]}` } : undefined}>
          {label}
        </span>
      ))}
      {labels.length > most && (
        <span className={styles.label} title={labels.slice(most).join(', ')}>
          +{labels.length - most}
        </span>
      )}
    </>
  );
}

/** What presses or waits: priority, the next promise, a look that is due, until when it is put off. */
export function Pressing({ row, bare = false }: { row: TicketRow; bare?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {(row.priority === 'urgent' || row.priority === 'high') && (
        <span className={styles.urgent}>
          <Icon name="alert" size={13} />
          {row.priority === 'urgent' ? t('row.urgent') : t('row.high')}
        </span>
      )}
      {row.snoozedUntil !== null && (
        <span className={styles.snoozed} title={t('snooze.until', { until: format.exact(new Date(row.snoozedUntil)) })}>
          <Icon name="clock" size={13} />
          <span className={styles.until}>{t('snooze.until', { until: format.moment(new Date(row.snoozedUntil), Date.now()) })}</span>
        </span>
      )}
      {!bare && <DueMark targets={row.targets} />}
      {row.review && <span className={styles.review}>{t('row.review')}</span>}
    </>
  );
}

/** Small signs, each with its words: a draft, colleagues who look, files, where it came from, whose it is. */
export function Signs({ row, store, assigneeName, drafted, lookers }: Pick<RowFacts, 'row' | 'store' | 'assigneeName' | 'drafted' | 'lookers'>) {
  const { t } = useTranslation();
  const sign = (label: string, icon: React.ReactNode, className?: string) => (
    <span role="img" aria-label={label} title={label} className={className}>
      {icon}
    </span>
  );
  return (
    <span className={styles.marks}>
      {row.rating && <Stars stars={row.rating.stars} short />}
      {drafted && sign(t('arrange.draft'), <Icon name="note" size={14} />, styles.draft)}
      {lookers && sign(t('looking.looks', { names: lookers }), <Icon name="eye" size={14} />, styles.looked)}
      {row.counts.attachments > 0 && sign(t('row.attachments', { count: row.counts.attachments }), <Icon name="attach" size={14} />)}
      {sign(t(`source.${sourceOf(row.channelKind)}`), <Icon name={sourceIcon(row.channelKind)} size={14} />)}
      {store && <StoreDot color={store.color} label={store.name} />}
      {assigneeName && <Avatar name={assigneeName} size={18} label={t('row.assigned', { name: assigneeName })} />}
    </span>
  );
}

const known = ['email', 'form', 'chat', 'whatsapp', 'messenger', 'instagram'] as const;
const sourceOf = (kind: string) => known.find((one) => one === kind) ?? 'other';
