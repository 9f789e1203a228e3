import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '@/features/stores/api';
import { useWorkflow } from '@/features/workflow/api';
import type { Ticket, TicketRow } from '@shared/api/schema';
import { keyOf } from '@shared/keys/table';
import { Link } from '@shared/router';
import { IconButton } from '@shared/ui/Button';
import { Icon } from '@shared/ui/Icon';
import { sourceIcon } from '@shared/ui/source';
import { StateMark } from '@shared/ui/StateMark';
import { StoreDot } from '@shared/ui/StoreDot';
import styles from './ConversationHeader.module.css';

interface ConversationHeaderProps {
  ticket: TicketRow;
  /** The closed ticket this one goes on with. */
  before: Ticket['followUpOf'];
  /** The ticket this one was split off from. */
  from: Ticket['splitFrom'];
  hrefOf: (ticketId: string) => string;
  onBack: () => void;
  children: ReactNode;
}

export function ConversationHeader({ ticket, before, from, hrefOf, onBack, children }: ConversationHeaderProps) {
  const { t } = useTranslation();
  const { stateName } = useWorkflow();
  const store = useStores().find(({ id }) => id === ticket.store);
  return (
    <header className={styles.header}>
      <IconButton icon="back" label={t('conversation.back')} shortcut={keyOf('back')} onClick={onBack} className={styles.back} />
      <div className={styles.title}>
        <h1 className={styles.subject} title={ticket.subject}>
          {ticket.subject || t('row.noSubject')}
        </h1>
        <p className={styles.facts}>
          <StateMark category={ticket.category} name={stateName(ticket.state)} />
          <span>#{ticket.number}</span>
          {before && <Link to={hrefOf(before.id)}>{t('conversation.goesOn', { number: before.number })}</Link>}
          {from && <Link to={hrefOf(from.id)}>{t('conversation.splitFrom', { number: from.number })}</Link>}
          <span className={styles.source}>
            <Icon name={sourceIcon(ticket.channelKind)} size={13} />
            {store && (
              <>
                <StoreDot color={store.color} />
                <span className={styles.store}>{store.name}</span>
              </>
            )}
          </span>
        </p>
      </div>
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
