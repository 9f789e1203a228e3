import { useTranslation } from 'react-i18next';
import { useChannels } from '@/features/channels/api';
import type { Line, Ticket } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { usePerson } from '@shared/i18n/usePerson';
import { useNow } from '@shared/ui/Ago';
import { Button } from '@shared/ui/Button';
import { cx } from '@shared/ui/cx';
import { Icon } from '@shared/ui/Icon';
import { Banner } from '@shared/ui/Notice';
import { sourceIcon } from '@shared/ui/source';
import type { Draft } from './drafts';
import { hasMail, lengthOf, windowOf } from './line';
import styles from './LineBar.module.css';

interface LineBarProps {
  ticket: Ticket;
  line: Line | null;
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  onTemplate: () => void;
}

/** By which channel an answer leaves, and how long that takes one. */
export function LineBar({ ticket, line, draft, onChange, onTemplate }: LineBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const person = usePerson();
  const { data: channels = [] } = useChannels();
  const mailbox = channels.find(({ address }) => address !== null && address === ticket.recipients.from?.address);
  const nameOf = (id: string) => channels.find((channel) => channel.id === id)?.name ?? id;
  const options = [
    ...ticket.lines.map(({ channel, address }) => ({ key: channel, name: `${nameOf(channel)} · ${person(address)}` })),
    ...(hasMail(ticket) && mailbox ? [{ key: mailbox.id, name: t('line.mail', { address: ticket.recipients.to[0]?.address ?? '' }) }] : []),
  ];
  const window = line && windowOf(line, now);

  return (
    <>
      <div className={styles.bar}>
        <Icon name={sourceIcon(line?.kind ?? 'email')} size={14} />
        {options.length > 1 ? (
          <select className={styles.way} aria-label={t('line.by')} value={line?.channel ?? mailbox?.id ?? ''} onChange={(event) => onChange({ channel: event.target.value, humanAgent: false })}>
            {options.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <span className={styles.name}>{options[0]?.name}</span>
        )}
        {window?.state === 'open' && (
          <span className={cx(styles.left, window.pressing && styles.pressing)} title={line?.windowEndsAt ? format.exact(new Date(line.windowEndsAt)) : undefined}>
            {window.pressing && <Icon name="alert" size={13} />}
            {t('line.left', { hours: window.hours, minutes: window.minutes })}
          </span>
        )}
        {window?.state === 'closed' && <span className={cx(styles.left, styles.pressing)}>{draft.humanAgent ? t('line.asPerson') : t('line.closed')}</span>}
        {line?.kind === 'whatsapp' && window?.state === 'open' && (
          <Button kind="quiet" size="s" onClick={onTemplate}>
            {t('template.choose')}
          </Button>
        )}
      </div>
      {line && window?.state === 'closed' && !draft.humanAgent && (
        <Banner
          tone="warn"
          action={
            line.kind === 'whatsapp' ? (
              <Button size="s" onClick={onTemplate}>
                {t('template.choose')}
              </Button>
            ) : window.byPerson ? (
              <Button size="s" onClick={() => onChange({ humanAgent: true })}>
                {t('line.answerAsPerson')}
              </Button>
            ) : undefined
          }
        >
          {line.kind === 'whatsapp' ? t('line.closedWhatsapp') : window.byPerson ? t('line.closedByPerson') : t('line.closedForGood')}{' '}
          {options.length > 1 && t('line.orOther')}
        </Banner>
      )}
    </>
  );
}

/** How much of one message the text takes on its line. */
export function LineLength({ kind, text }: { kind: string; text: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const length = lengthOf(kind, text);
  if (!length) return null;
  const over = length.used > length.limit;
  return (
    <span className={cx(styles.count, over && styles.pressing)} role="status">
      {t('line.length', { used: format.number(length.used), limit: format.number(length.limit) })}
      {over && ` · ${t('line.parts')}`}
    </span>
  );
}
