import { Fragment, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkflow } from '@/features/workflow/api';
import type { Language, Ticket, TicketRow } from '@shared/api/schema';
import { languages } from '@shared/i18n';
import { useFormat } from '@shared/i18n/format';
import { isReachable, usePerson } from '@shared/i18n/usePerson';
import { keyOf } from '@shared/keys/table';
import { Link } from '@shared/router';
import { Ago } from '@shared/ui/Ago';
import { Avatar } from '@shared/ui/Avatar';
import { Button, IconButton } from '@shared/ui/Button';
import { Icon } from '@shared/ui/Icon';
import { LoadError } from '@shared/ui/Notice';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { sourceIcon } from '@shared/ui/source';
import { StateMark } from '@shared/ui/StateMark';
import { ChangeCustomer, isOpen, useCustomer, useCustomerTickets } from './api';
import styles from './CustomerPanel.module.css';
import { habit } from './habit';
import { Notes } from './Notes';
import { Orders } from './Orders';
import { Section } from './Section';

export interface CustomerPanelProps {
  row: TicketRow;
  /** The same, once all of it is known. */
  ticket: Ticket | undefined;
  hrefOf: (ticketId: string) => string;
  /** The path of all tickets of a customer. */
  listOf: (customer: string) => string;
  onClose: () => void;
  /** What else is known of the ticket. */
  children?: ReactNode;
}

/** Who is writing: how to reach them, and what else they have asked. */
export function CustomerPanel({ row: ticket, ticket: whole, hrefOf, listOf, onClose, children }: CustomerPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const customer = useCustomer(ticket.customer.id);
  const person = usePerson();
  const known = customer.data?.name ?? ticket.customer.name;
  const name = person({ name: known === ticket.customer.address || known === `${ticket.channel}:${ticket.customer.address}` ? null : known, address: ticket.customer.address });
  const language = customer.data?.language as Language | null | undefined;

  return (
    <aside aria-label={t('customer.label')} className={styles.panel}>
      <header className={styles.header}>
        <Avatar name={name} size={40} />
        <div className={styles.who}>
          <h2 className={styles.name}>{name}</h2>
          {customer.data && <p className={styles.since}>{t('customer.since', { date: format.date(new Date(customer.data.createdAt)) })}</p>}
        </div>
        <IconButton icon="close" label={t('customer.hide')} shortcut={keyOf('customer')} onClick={onClose} />
      </header>

      {customer.data ? (
          <Section name="contact" title={t('customer.contact')}>
            <ul className={styles.list}>
              {customer.data.identities.filter(({ kind, value }) => kind !== 'visitor' && isReachable({ address: value })).map((identity) => (
                <li key={`${identity.kind}:${identity.value}`} className={styles.identity}>
                  <Icon name={identity.kind === 'phone' ? 'phone' : sourceIcon(identity.kind)} size={14} />
                  <span className={styles.value}>
                    {identity.value.split(/(?<=@)/).map((part, index) => (
                      <Fragment key={part}>
                        {index > 0 && <wbr />}
                        {part}
                      </Fragment>
                    ))}
                  </span>
                  {identity.proven && (
                    <span role="img" aria-label={t('customer.proven')} title={t('customer.proven')} className={styles.proven}>
                      <Icon name="check" size={13} />
                    </span>
                  )}
                  {identity.cameBack && (
                    <span className={styles.cameBack}>
                      <Icon name="alert" size={13} /> {t('customer.cameBack', { date: format.date(new Date(identity.cameBack.at)) })}
                    </span>
                  )}
                </li>
              ))}
              {language && (
                <li className={styles.identity}>
                  <Icon name="globe" size={14} />
                  {languages.find(({ key }) => key === language)?.name ?? language}
                </li>
              )}
            </ul>
            <Habit customer={ticket.customer.id} />
            {whole?.actions.includes('customer') && <Change ticket={whole} />}
          </Section>
      ) : customer.isError ? (
        <LoadError what={t('customer.failed')} error={customer.error} onRetry={() => void customer.refetch()} />
      ) : (
        <Loading className={styles.bones}>
          <Skeleton width="80%" />
          <Skeleton width="60%" />
          <Skeleton width="70%" />
        </Loading>
      )}
      {children}
      {whole && <Orders ticket={whole} />}
      <Notes ticket={ticket} hrefOf={hrefOf} />
      <OtherTickets ticket={ticket} total={customer.data?.ticketCount ?? 0} hrefOf={hrefOf} listOf={listOf} />
    </aside>
  );
}

function Change({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div>
        <Button size="s" onClick={() => setOpen(true)}>
          {t('customer.change')}
        </Button>
      </div>
      {open && (
        <Suspense>
          <ChangeCustomer ticket={ticket} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** When they were last heard of, and how often they write. */
function Habit({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const { data } = useCustomerTickets(customer);
  if (!data) return null;
  const { last, days } = habit(data);
  return (
    <p className={styles.habit}>
      {last && (
        <span>
          {t('talk.lastContact')} <Ago at={last} style="moment" />
        </span>
      )}
      {days !== null && <span>{t('talk.every', { count: days })}</span>}
    </p>
  );
}

const few = 8;

function OtherTickets({ ticket, total, hrefOf, listOf }: Pick<CustomerPanelProps, 'hrefOf' | 'listOf'> & { ticket: TicketRow; total: number }) {
  const { t } = useTranslation();
  const { stateName } = useWorkflow();
  const tickets = useCustomerTickets(ticket.customer.id);
  const [all, setAll] = useState(false);
  // Those somebody still has to do with first; the order is the newest first within both.
  const others = (tickets.data ?? []).filter((row) => row.id !== ticket.id).sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  return (
    <Section name="others" title={t('customer.others')} extra={total > 1 && <span className={styles.total}>{t('customer.tickets', { count: total })}</span>}>
      {tickets.isPending ? (
        <Loading className={styles.bones}>
          <Skeleton />
        </Loading>
      ) : tickets.isError ? (
        <p className={styles.nothing}>{t('customer.othersFailed')}</p>
      ) : others.length === 0 ? (
        <p className={styles.nothing}>{t('customer.noOthers')}</p>
      ) : (
        <>
          <ul className={styles.list}>
            {others.slice(0, all ? undefined : few).map((row) => (
              <li key={row.id}>
                <Link to={hrefOf(row.id)} className={styles.ticket}>
                  <span className={styles.subject}>{row.subject || t('row.noSubject')}</span>
                  <span className={styles.facts}>
                    <StateMark category={row.category} name={stateName(row.state)} /> #{row.number} <Ago at={row.lastMessageAt} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {others.length > few && !all && (
            <Button size="s" kind="quiet" onClick={() => setAll(true)}>
              {t('talk.showMore', { count: others.length - few })}
            </Button>
          )}
          <Link to={listOf(ticket.customer.id)} className={styles.inList}>
            {t('customer.inList')}
          </Link>
        </>
      )}
    </Section>
  );
}
