import { useSyncExternalStore } from 'react';
import { session } from '@shared/api/session';
import { createStore } from '@shared/api/store';

/** A job begun here, remembered until it is put away, also through a reload. */
export interface Begun {
  id: string;
  /** What it does, in words. */
  said: string;
  undoes?: boolean;
  /** What takes it back where the server has no undo for it. */
  back?: 'read' | 'unread';
}

const place = () => `bulk:${session.get()?.agent.id}`;
const read = (): Begun | null => {
  try {
    return JSON.parse(localStorage.getItem(place()) ?? 'null') as Begun | null;
  } catch {
    return null;
  }
};
const store = createStore<Begun | null>(null);
let whose = '';
const current = () => {
  if (whose !== place()) {
    whose = place();
    store.set(read());
  }
  return store.get();
};
export const keep = (begun: Begun | null) => {
  if (begun) localStorage.setItem(place(), JSON.stringify(begun));
  else localStorage.removeItem(place());
  store.set(begun);
};

export const useBegun = () => useSyncExternalStore(store.subscribe, current);

export const putAway = () => keep(null);
