import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { Agent, AgentFacts, Items, JoinLink, Role, RoleFacts } from '@shared/api/schema';

const agentsKey = ['agents'];
const rolesKey = ['roles'];

/** The agents as they stand now, for whoever is about to change them. */
export const useAgentSettings = () =>
  useQuery({ queryKey: agentsKey, queryFn: ({ signal }) => api.get<Items<Agent>>('/api/agents', {}, signal), staleTime: 0, select: (all) => all.items });

/** Adds an agent, or changes the one of this id. */
export function useSaveAgent(id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (facts: AgentFacts) => (id === undefined ? api.post<Agent>('/api/agents', facts) : api.put<Agent>(at('agents', id), facts)),
    onSuccess: () => client.invalidateQueries({ queryKey: agentsKey }),
  });
}

/** Makes a new link by which an agent chooses a password. */
export const useJoinLink = (id: string) => useMutation({ mutationFn: () => api.post<JoinLink>(at('agents', id, 'link'), {}) });

export const useRoles = () => useQuery({ queryKey: rolesKey, queryFn: ({ signal }) => api.get<Items<Role>>('/api/roles', {}, signal), staleTime: 0, select: (all) => all.items });

/** Adds a role, or replaces what the one of this id sees and may do. */
export function useSaveRole(id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (facts: RoleFacts) => (id === undefined ? api.post<Role>('/api/roles', facts) : api.put<Role>(at('roles', id), facts)),
    onSuccess: () => client.invalidateQueries({ queryKey: rolesKey }),
  });
}

export function useDeleteRole(id: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => api.delete<undefined>(at('roles', id)), onSuccess: () => client.invalidateQueries({ queryKey: rolesKey }) });
}
