import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refreshLists, rememberTicket } from '@/features/tickets/api';
import { api, at } from '@shared/api/client';
import type { Customer, CustomerNote, Items, Page, Ticket, TicketRow } from '@shared/api/schema';
import { withTexts } from '@shared/i18n/withTexts';
import { useReason } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';

/** Looks for the customer a ticket is really of. */
export const ChangeCustomer = withTexts(() => import('./ChangeCustomer'));

export const useCustomer = (id: string | undefined) =>
  useQuery({
    queryKey: ['customers', id],
    queryFn: ({ signal }) => api.get<Customer>(at('customers', id ?? ''), {}, signal),
    enabled: id !== undefined,
  });

/** Whether somebody still has to do with a ticket. */
export const isOpen = ({ category }: TicketRow) => category === 'new' || category === 'open' || category === 'waiting';

/** What was noted on the customer of a ticket; asked again when something was said in it. */
export const useCustomerNotes = ({ customer, counts }: TicketRow) =>
  useQuery({
    queryKey: ['customers', customer.id, 'notes', counts.messages],
    queryFn: ({ signal }) => api.get<Items<CustomerNote>>(at('customers', customer.id, 'notes'), {}, signal),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });

/** The customer's newest tickets. */
export const useCustomerTickets = (id: string) =>
  useQuery({
    queryKey: ['tickets', 'customer', id],
    queryFn: ({ signal }) => api.get<Page<TicketRow>>('/api/tickets', { customer: id, sort: 'newest', limit: 50 }, signal),
    select: (page) => page.items,
  });

/** Puts a ticket with another customer; for ten seconds it can be put back. */
export function useSetCustomer(ticket: Ticket) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const put = (customer: string) => api.put<Ticket>(`${at('tickets', ticket.id)}/customer`, { customer });
  const show = (changed: Ticket) => {
    rememberTicket(client, changed);
    void refreshLists(client);
  };
  const reason = useReason();
  const failed = (error: unknown) => tell(reason(error), { tone: 'bad' });
  return useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => put(id),
    onSuccess: (changed, { name }) => {
      show(changed);
      tell(t('customer.putDone', { name }), { undo: () => void put(ticket.customer.id).then(show, failed) });
    },
    onError: failed,
  });
}
