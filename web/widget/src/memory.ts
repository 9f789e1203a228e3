import { storeKey } from './shared';

export interface Waiting {
  id: string;
  text: string;
}

/** What a browser keeps of a conversation, from the first message on: who the visitor is, and what has not been sent yet. */
export interface Memory {
  token: string | null;
  waiting: Waiting[];
  name: string;
  email: string;
  open: boolean;
  sound: boolean;
}

const empty: Memory = { token: null, waiting: [], name: '', email: '', open: false, sound: false };

export function remember(channel: string) {
  const key = storeKey(channel);
  const read = (): Memory => {
    try {
      return { ...empty, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Memory>) };
    } catch {
      return empty;
    }
  };
  let memory = read();
  return {
    get: () => memory,
    /** Stored only once somebody has written. */
    set: (news: Partial<Memory>) => {
      memory = { ...memory, ...news };
      if (!memory.token && memory.waiting.length === 0) return;
      try {
        localStorage.setItem(key, JSON.stringify(memory));
      } catch {
        // kept for this page only
      }
    },
    forget: () => {
      memory = empty;
      try {
        localStorage.removeItem(key);
      } catch {
        // nothing was kept
      }
    },
    /** Another tab wrote. */
    heed: (changed: () => void) =>
      addEventListener('storage', (event) => {
        if (event.key !== key) return;
        memory = { ...read(), open: memory.open };
        changed();
      }),
  };
}
