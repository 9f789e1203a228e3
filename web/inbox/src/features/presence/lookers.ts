import { useEffect, useSyncExternalStore } from 'react';
import { useMe } from '@/features/agents/api';
import type { Looking } from '@shared/api/schema';
import { createStore } from '@shared/api/store';

type Lookers = Readonly<Record<string, Readonly<Record<string, number>>>>;

const lasts = 40_000;
const beat = 10_000;
const store = createStore<Lookers>({});

/** A colleague has a ticket open, which lists show too. */
export function heardLooker({ ticketId, agent }: Looking) {
  const now = store.get();
  store.set({ ...now, [ticketId]: { ...now[ticketId], [agent]: Date.now() + lasts } });
}

const forget = () => {
  const now = Date.now();
  const all = store.get();
  const kept = Object.entries(all).flatMap(([ticket, agents]) => {
    const there = Object.entries(agents).filter(([, until]) => until > now);
    return there.length > 0 ? [[ticket, Object.fromEntries(there)] as const] : [];
  });
  if (kept.length > 0 || Object.keys(all).length > 0) store.set(Object.fromEntries(kept));
};

/** Which colleagues have which ticket open, by ticket. */
export function useLookers(): (ticketId: string) => string[] {
  const me = useMe();
  const all = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    const timer = setInterval(forget, beat);
    return () => clearInterval(timer);
  }, []);
  return (ticketId) => Object.keys(all[ticketId] ?? {}).filter((agent) => agent !== me.id);
}
