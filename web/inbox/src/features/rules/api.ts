import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { Items, Job, Rule, RuleDraft } from '@shared/api/schema';

const queryKey = ['rules'];
const path = '/api/rules';

/** The rules in the order they run. */
export const useRules = () => useQuery({ queryKey, queryFn: ({ signal }) => api.get<Items<Rule>>(path, {}, signal), staleTime: 0, select: (all) => all.items });

function useChanging<Told, Answer>(change: (told: Told) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey }) });
}

/** Adds a rule, or replaces the one of this id. */
export const useSaveRule = (id?: string) => useChanging((draft: RuleDraft) => (id === undefined ? api.post<Rule>(path, draft) : api.put<Rule>(at('rules', id), draft)));

export const useDeleteRule = (id: string) => useChanging<void, undefined>(() => api.delete<undefined>(at('rules', id)));

export const useOrderRules = () => useChanging((rules: string[]) => api.put(`${path}/order`, { rules }));

/** Begins to hold a rule against past tickets. */
export const useDryRun = () => useMutation({ mutationFn: (told: { rule: RuleDraft; id?: string }) => api.post<Job>(`${path}/dry-run`, told) });

export const useStopJob = (id: string) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => api.post<Job>(at('jobs', id, 'stop'), {}), onSuccess: (job) => client.setQueryData(['job', id], job) });
};

/** How far a job is, looked at again until it ends. */
export const useJob = (begun: Job) =>
  useQuery({
    queryKey: ['job', begun.id],
    queryFn: ({ signal }) => api.get<Job>(at('jobs', begun.id), {}, signal),
    placeholderData: begun,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : 500),
  });
