import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api } from '@shared/api/client';
import type { Agent, Items, Role } from '@shared/api/schema';
import { useSession } from '@shared/api/session';

const none: Agent[] = [];

export function useAgents() {
  const { data } = useQuery({
    queryKey: ['agents'],
    queryFn: ({ signal }) => api.get<Items<Agent>>('/api/agents', {}, signal),
    staleTime: 300_000,
  });
  return data?.items ?? none;
}

/** Finds an agent's name by id. */
export function useAgentName() {
  const agents = useAgents();
  const names = useMemo(() => new Map(agents.map((agent) => [agent.id, agent.name])), [agents]);
  return useCallback((id: string | null | undefined) => (id ? (names.get(id) ?? id) : null), [names]);
}

/** Finds where an agent's picture is, by id. */
export function useAgentPicture() {
  const agents = useAgents();
  return useCallback((id: string | null | undefined) => agents.find((agent) => agent.id === id)?.picture ?? null, [agents]);
}

/** The agent who is signed in. Only used below the sign-in. */
export function useMe(): Agent {
  const session = useSession();
  if (!session) throw new Error('Nobody is signed in.');
  return session.agent;
}

const everything = new Set(['admin', 'agent']);
const covers = (some: string[] | undefined, one: string) => !some?.length || some.includes(one);

/** Whether the agent's role may take an action on tickets of a department, in that state where one is named; the server says the last word. */
export function useMay() {
  const { role } = useMe();
  const narrow = !everything.has(role);
  const { data } = useQuery({ queryKey: ['roles'], queryFn: ({ signal }) => api.get<Items<Role>>('/api/roles', {}, signal), enabled: narrow });
  const grants = data?.items.find(({ id }) => id === role)?.grants;
  return useCallback(
    (action: string, department: string, state?: string) =>
      !narrow || grants === null || (grants?.some((grant) => grant.action === action && covers(grant.departments, department) && (state === undefined || covers(grant.states, state))) ?? false),
    [narrow, grants],
  );
}
