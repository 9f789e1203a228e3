import { TicketCard } from '@/features/actions/TicketCard';
import { CustomerPanel, type CustomerPanelProps } from '@/features/customer/CustomerPanel';
import { MayBe } from '@/features/customer/MayBe';
import { FormAnswers } from '@/features/forms/FormAnswers';

/** What stands beside a conversation: who writes, and how the ticket itself stands. */
export default function TicketPanel(props: Omit<CustomerPanelProps, 'children'>) {
  const { ticket, hrefOf } = props;
  return (
    <CustomerPanel {...props}>
      {ticket && <TicketCard ticket={ticket} hrefOf={hrefOf} />}
      {ticket && <MayBe ticket={ticket} />}
      {ticket && <FormAnswers ticket={ticket} />}
    </CustomerPanel>
  );
}
