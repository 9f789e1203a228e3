import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@shared/api/client';
import type { Items, Label, LabelChange, LabelLearning } from '@shared/api/schema';

const queryKey = ['label-learning'];
const path = '/api/labels/learning';

/** What the desk has learned of labels; looked at again soon while it learns. */
export const useLabelLearning = () =>
  useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<LabelLearning>(path, {}, signal),
    refetchInterval: ({ state }) => (state.data?.running ? 2_000 : false),
  });

function useChanging<Change>(change: (told: Change) => Promise<LabelLearning>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (learning) => client.setQueryData(queryKey, learning) });
}

/** Puts labels on new tickets from now on, or only suggests them. */
export const useTurnLearning = () => useChanging((on: boolean) => api.put<LabelLearning>(path, { on }));

/** Has labels learned anew. */
export const useTrainLabels = () => useChanging(() => api.post<LabelLearning>(`${path}/train`, {}));

/** Every label of the desk. */
export const useLabelList = () => useQuery({ queryKey: ['labels'], queryFn: ({ signal }) => api.get<Items<Label>>('/api/labels', {}, signal), staleTime: 60_000, select: (all) => all.items });

/** Makes, colours, renames or deletes a label; tickets follow in a job. */
export function useChangeLabel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<LabelChange> & { name: string }) => api.put('/api/labels', change),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['labels'] });
      void client.invalidateQueries();
    },
  });
}
