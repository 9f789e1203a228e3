import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMessages } from '@/features/conversation/api';
import type { Ticket } from '@shared/api/schema';
import { copy } from '@shared/ui/copy';
import { Icon } from '@shared/ui/Icon';
import styles from './CustomerPanel.module.css';
import { ordersIn } from './order-numbers';
import { Section } from './Section';

/** Order numbers the customer names here, to be copied by a click. */
export function Orders({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { data } = useMessages(ticket.id);
  const numbers = useMemo(() => {
    const said = (data?.pages ?? []).flatMap(({ items }) => items).filter(({ direction }) => direction === 'in');
    return ordersIn(
      said.map(({ subject, replyText, text }) => ({ subject, text: replyText || text })),
      ticket.fields,
      [String(ticket.number)],
    );
  }, [data, ticket.fields, ticket.number]);
  if (numbers.length === 0) return null;
  return (
    <Section name="orders" title={t('talk.orders')}>
      <ul className={styles.chips}>
        {numbers.map((number) => (
          <li key={number}>
            <button type="button" className={styles.chip} aria-label={t('talk.copyOrder', { number })} title={t('talk.copyOrder', { number })} onClick={() => void copy(number, t('talk.orderCopied', { number }))}>
              {number} <Icon name="copy" size={12} />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
