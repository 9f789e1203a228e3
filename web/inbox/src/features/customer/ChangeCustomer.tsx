import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComesBy, nameable, useFoundCustomers } from '@/features/find/api';
import type { Ticket } from '@shared/api/schema';
import { usePerson } from '@shared/i18n/usePerson';
import { Avatar } from '@shared/ui/Avatar';
import { Choices } from '@shared/ui/Choices';
import { Dialog } from '@shared/ui/Dialog';
import { useCustomer, useSetCustomer } from './api';
import styles from './ChangeCustomer.module.css';

/** Looks for the customer a ticket is really of; it can be put back for some seconds. */
export default function ChangeCustomer({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const person = usePerson();
  const [typed, setTyped] = useState('');
  const { data: found = [], isPending, isError } = useFoundCustomers(typed);
  const set = useSetCustomer(ticket);
  const customer = useCustomer(ticket.customer.id).data;
  const others = found.filter(({ id }) => id !== ticket.customer.id);
  return (
    <Dialog title={t('find.whose', { number: ticket.number })} onClose={onClose}>
      <p className={styles.lead}>{t('find.lead', { name: person(customer ? nameable(customer) : ticket.customer) })}</p>
      <div className={styles.list}>
        <Choices
          label={t('find.customer')}
          placeholder={t('find.placeholder')}
          empty={typed.trim().length < 2 ? t('find.more') : isPending ? t('find.looking') : isError ? t('find.failed') : t('find.nobody')}
          onType={setTyped}
          choices={others.map((customer) => ({
            key: customer.id,
            label: person(nameable(customer)),
            // Found by the server in whatever it looked at: it stays, whatever is typed.
            words: typed,
            start: <Avatar name={person(nameable(customer))} size={24} />,
            end: <ComesBy customer={customer} />,
            onSelect: () => {
              set.mutate({ id: customer.id, name: person(nameable(customer)) });
              onClose();
            },
          }))}
        />
      </div>
    </Dialog>
  );
}
