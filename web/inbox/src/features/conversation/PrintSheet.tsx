import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/features/agents/api';
import { useStores } from '@/features/stores/api';
import { useEventText, useWorkflow } from '@/features/workflow/api';
import type { TicketRow } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { isReachable, usePerson } from '@shared/i18n/usePerson';
import { cx } from '@shared/ui/cx';
import { useEvents, useMessages } from './api';
import { inlineUrl } from './inline-url';
import { kindOf } from './kind-of';
import styles from './PrintSheet.module.css';
import { timeline } from './timeline';

/** The conversation on paper: its words in order, with who and when, and nothing of the screen. */
export default function PrintSheet({ ticket, quotes }: { ticket: TicketRow; quotes: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const person = usePerson();
  const agentName = useAgentName();
  const { stateName } = useWorkflow();
  const say = useEventText();
  const store = useStores().find(({ id }) => id === ticket.store);
  const messages = useMessages(ticket.id);
  const events = useEvents(ticket.id);
  const entries = timeline(messages.data?.pages.flatMap(({ items }) => items) ?? [], events.data ?? [], !messages.hasNextPage);
  const customer = person({ name: ticket.customer.name, address: ticket.customer.address });

  return createPortal(
    <div className={styles.sheet} data-sheet="">
      <header>
        <h1>
          #{ticket.number} {ticket.subject}
        </h1>
        <p>
          {[customer, isReachable(ticket.customer) && ticket.customer.address !== customer && ticket.customer.address, store?.name, stateName(ticket.state)].filter(Boolean).join(' · ')}
        </p>
        <p>
          {format.exact(new Date(ticket.createdAt))} – {format.exact(new Date(ticket.lastMessageAt))}
        </p>
        {messages.hasNextPage && <p>{t('talk.printCut')}</p>}
      </header>
      {entries.map((entry) => {
        if (entry.kind === 'moved') return null;
        if (entry.kind === 'event') {
          const said = say(entry.event);
          return said && <p key={entry.key} className={styles.event}>{`${said} · ${format.exact(new Date(entry.at))}`}</p>;
        }
        const { message } = entry;
        return (
          <article key={entry.key} className={cx(styles.message, message.direction === 'note' && styles.note)}>
            <h2>
              {agentName(message.author) ?? person(message.from)}
              {message.direction === 'note' && <span> · {t('message.note')}</span>}
              <time>{format.exact(new Date(entry.at))}</time>
            </h2>
            {message.to.length > 0 && <p className={styles.to}>{t('message.to', { names: [...message.to, ...message.cc].map(({ address }) => address).join(', ') })}</p>}
            <div className={styles.words} dir="auto">
              {(quotes ? message.text : message.replyText || message.text) || t(message.unsentAt === null ? 'message.nothing' : 'social.unsent')}
            </div>
            {message.attachments.map((file) => (
              <figure key={file.id}>
                {kindOf(file) === 'image' && <img src={inlineUrl(file.url)} alt="" />}
                <figcaption>
                  {file.name} ({format.bytes(file.size)})
                </figcaption>
              </figure>
            ))}
          </article>
        );
      })}
    </div>,
    document.body,
  );
}
