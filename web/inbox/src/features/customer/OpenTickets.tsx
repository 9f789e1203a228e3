import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@shared/api/schema';
import { Link } from '@shared/router';
import { Icon } from '@shared/ui/Icon';
import { isOpen, useCustomerTickets } from './api';
import styles from './OpenTickets.module.css';

const named = 2;

/** Says within a conversation that its customer waits elsewhere too. */
export function OpenTickets({ ticket, hrefOf }: { ticket: TicketRow; hrefOf: (ticketId: string) => string }) {
  const { t } = useTranslation();
  const { data } = useCustomerTickets(ticket.customer.id);
  const others = data?.filter((row) => row.id !== ticket.id && isOpen(row)) ?? [];
  if (others.length === 0) return null;
  return (
    <p className={styles.line} role="status">
      <Icon name="users" size={14} />
      <span>{t('talk.openOthers', { count: others.length })}</span>
      {others.slice(0, named).map((row) => (
        <Link key={row.id} to={hrefOf(row.id)}>
          #{row.number} {row.subject || t('row.noSubject')}
        </Link>
      ))}
    </p>
  );
}
