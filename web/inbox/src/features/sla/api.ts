import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { Items, SlaDraft, SlaPolicy } from '@shared/api/schema';

const queryKey = ['sla'];
const path = '/api/sla';

/** The service level policies in the order they are asked. */
export const usePolicies = () => useQuery({ queryKey, queryFn: ({ signal }) => api.get<Items<SlaPolicy>>(path, {}, signal), staleTime: 0, select: (all) => all.items });

function useChanging<Told, Answer>(change: (told: Told) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey }) });
}

/** Adds a policy, or replaces the one of this id. */
export const useSavePolicy = (id?: string) => useChanging((draft: SlaDraft) => (id === undefined ? api.post<SlaPolicy>(path, draft) : api.put<SlaPolicy>(at('sla', id), draft)));

export const useDeletePolicy = (id: string) => useChanging<void, undefined>(() => api.delete<undefined>(at('sla', id)));
