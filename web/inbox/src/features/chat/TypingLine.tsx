import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@shared/api/schema';
import { usePerson } from '@shared/i18n/usePerson';
import { useTyping } from './api';
import styles from './Chat.module.css';

/** Says that the visitor types. Its place is kept in every chat, so that nothing jumps. */
export function TypingLine({ ticket }: { ticket: TicketRow }) {
  const { t } = useTranslation();
  const person = usePerson();
  const typing = useTyping(ticket.id);
  if (ticket.channelKind !== 'chat') return null;
  return (
    <p className={styles.typing} role="status">
      {typing && t('chat.typing', { name: person(ticket.customer) })}
    </p>
  );
}
