import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from '../api/store';

/** Has the browser ask before it leaves the page, while something is not saved. */
export function useAskedOnUnload(on: boolean) {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [on]);
}

/** What is written and not saved, by the id of what it belongs to; it outlives a look at another page. */
export function createUnsaved<T>() {
  const all = createStore<Readonly<Record<string, T>>>({});
  const keep = (id: string, written: T | null) => {
    const others = Object.entries(all.get()).filter(([other]) => other !== id);
    all.set(Object.fromEntries(written === null ? others : [...others, [id, written]]));
  };
  return {
    keep,
    clear: () => all.set({}),
    /** What was sent is saved; what was typed meanwhile stays. */
    settle: (id: string, sent: T) => {
      if (all.get()[id] === sent) keep(id, null);
    },
    /** What is not saved yet, null for nothing; leaving the browser before that asks first. */
    useUnsaved: (id: string): T | null => {
      const written = useSyncExternalStore(all.subscribe, all.get)[id] ?? null;
      useAskedOnUnload(written !== null);
      return written;
    },
  };
}
