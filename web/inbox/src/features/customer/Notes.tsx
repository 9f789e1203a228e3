import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/features/agents/api';
import type { TicketRow } from '@shared/api/schema';
import { Link } from '@shared/router';
import { Ago } from '@shared/ui/Ago';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useCustomerNotes } from './api';
import styles from './CustomerPanel.module.css';
import { Section } from './Section';

interface NotesProps {
  ticket: TicketRow;
  hrefOf: (ticketId: string) => string;
}

/** What agents noted on this customer, in whichever of their tickets; asked for where it is seen. */
export function Notes(props: NotesProps) {
  const { t } = useTranslation();
  return (
    <Section name="notes" title={t('talk.notes')}>
      <NoteList {...props} />
    </Section>
  );
}

function NoteList({ ticket, hrefOf }: NotesProps) {
  const { t } = useTranslation();
  const agentName = useAgentName();
  const notes = useCustomerNotes(ticket);
  if (!notes.data)
    return notes.isError ? (
      <p className={styles.nothing}>{t('customer.othersFailed')}</p>
    ) : (
      <Loading className={styles.bones}>
        <Skeleton />
      </Loading>
    );
  if (notes.data.length === 0) return <p className={styles.nothing}>{t('talk.noNotes')}</p>;
  return (
    <ul className={styles.list}>
      {notes.data.map((note) => {
        const where = { className: styles.where, children: <>#{note.number}</> };
        return (
          <li key={note.messageId} className={styles.note}>
            <p className={styles.noteText} dir="auto">
              {note.text}
            </p>
            <p className={styles.facts}>
              {agentName(note.author) ?? t('event.somebody')} <Ago at={note.at} />
              {note.ticketId === ticket.id ? <a href={`#${note.messageId}`} {...where} /> : <Link to={`${hrefOf(note.ticketId)}#${note.messageId}`} {...where} />}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
