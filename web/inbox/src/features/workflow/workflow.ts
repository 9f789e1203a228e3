import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@shared/api/client';
import type { Workflow } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';

const nothing: Workflow = { states: [], actions: [], version: 0, savedBy: null, savedAt: null };

/** States and actions, with their names in the reader's language. */
export function useWorkflow() {
  const named = useNamed();
  const { data = nothing } = useQuery({
    queryKey: ['workflow'],
    queryFn: ({ signal }) => api.get<Workflow>('/api/workflow', {}, signal),
    staleTime: 300_000,
  });
  return useMemo(() => {
    const states = new Map(data.states.map((state) => [state.key, state]));
    const actions = new Map(data.actions.map((action) => [action.key, action]));
    return {
      states: data.states,
      actions: data.actions,
      state: (key: string) => states.get(key),
      action: (key: string) => actions.get(key),
      stateName: (key: string) => named(states.get(key)?.names, key),
      actionName: (key: string) => named(actions.get(key)?.names, key),
    };
  }, [data, named]);
}
