import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMe } from '@/features/agents/api';
import { api } from '@shared/api/client';
import type { Items, Presence } from '@shared/api/schema';

export { LookingLine } from './LookingLine';
export { useLookers } from './lookers';
export { heardLooking } from './looking';

const queryKey = ['presence'];
const beat = 60_000;

const say = (away?: boolean) => api.put<undefined>('/api/presence', { away: away ?? null });

/** Says every minute that one is there, while the desk is open. */
export function useHeartbeat() {
  useEffect(() => {
    const tell = () => void say().catch(() => undefined); // said again in a minute; the connection's own notice tells of trouble
    tell();
    const timer = setInterval(tell, beat);
    return () => clearInterval(timer);
  }, []);
}

/** Whether one has said that one is away, and the way to say it. */
export function useAway() {
  const me = useMe();
  const client = useQueryClient();
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => api.get<Items<Presence>>('/api/presence', {}, signal), staleTime: beat });
  const turn = useMutation({ mutationFn: say, onSettled: () => client.invalidateQueries({ queryKey }) });
  return { away: data?.items.find(({ agent }) => agent === me.id)?.away ?? false, turn: (away: boolean) => turn.mutate(away) };
}
