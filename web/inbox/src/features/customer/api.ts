import { useQuery } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { Customer, Page, TicketRow } from '@shared/api/schema';

export const useCustomer = (id: string) =>
  useQuery({
    queryKey: ['customers', id],
    queryFn: ({ signal }) => api.get<Customer>(at('customers', id), {}, signal),
  });

/** The customer's newest tickets. */
export const useCustomerTickets = (id: string) =>
  useQuery({
    queryKey: ['tickets', 'customer', id],
    queryFn: ({ signal }) => api.get<Page<TicketRow>>('/api/tickets', { customer: id, sort: 'newest', limit: 10 }, signal),
    select: (page) => page.items,
  });
