import { useTranslation } from 'react-i18next';
import type { Ticket } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Banner } from '@shared/ui/Notice';
import { useSetCustomer } from './api';

/** Offers a known customer whose address was given without proof; whoever answers decides. */
export function MayBe({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const set = useSetCustomer(ticket);
  if (!ticket.mayBe) return null;
  const { id, name, address } = ticket.mayBe;
  return (
    <Banner
      action={
        <Button size="s" busy={set.isPending} onClick={() => set.mutate({ id, name: name ?? address })}>
          {t('customer.putWith', { name: name ?? address })}
        </Button>
      }
    >
      <strong>{t('customer.mayBe', { name: name ?? address })}</strong> {t('customer.mayBeLead', { address })}
    </Banner>
  );
}
