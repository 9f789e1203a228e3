import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@shared/api/client';
import type { TicketField, TicketFields } from '@shared/api/schema';

const queryKey = ['fields'];
const path = '/api/fields';

/** The desk's own fields of tickets. */
export const useFields = () => useQuery({ queryKey, queryFn: ({ signal }) => api.get<TicketFields>(path, {}, signal), staleTime: 60_000, select: (all) => all.fields });

/** Saves them as a whole. */
export function useSaveFields() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (fields: TicketField[]) => api.put<TicketFields>(path, { fields }), onSuccess: (saved) => client.setQueryData(queryKey, saved) });
}
