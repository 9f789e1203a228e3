import { useSyncExternalStore } from 'react';
import type { Agent, SignedIn } from './schema';
import { createStore } from './store';

/** Who is signed in here; `ended` while the server has closed the session but the screen is still open. */
interface Session {
  token: string;
  agent: Agent;
  ended: boolean;
}

const key = 'session';

const read = (): Session | null => {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Session | null;
    return kept && { ...kept, ended: false };
  } catch {
    return null;
  }
};

const store = createStore<Session | null>(read());

const keep = (session: Session | null) => {
  if (session) localStorage.setItem(key, JSON.stringify({ token: session.token, agent: session.agent }));
  else localStorage.removeItem(key);
  store.set(session);
};

addEventListener('storage', (event) => {
  if (event.key === key) store.set(read());
});

export const session = {
  get: store.get,
  subscribe: store.subscribe,
  begin: ({ token, agent }: Pick<SignedIn, 'token' | 'agent'>) => keep({ token, agent, ended: false }),
  update: (agent: Agent) => {
    const now = store.get();
    if (now) keep({ ...now, agent });
  },
  end: () => keep(null),

  /** Says that the server no longer takes `token`; resolves when somebody has signed in again. */
  renewed: (token: string) =>
    new Promise<void>((resolve) => {
      const now = store.get();
      if (now && now.token !== token && !now.ended) {
        resolve();
        return;
      }
      if (now && !now.ended) store.set({ ...now, ended: true });
      const stop = store.subscribe(() => {
        const next = store.get();
        if (!next || next.ended) return;
        stop();
        resolve();
      });
    }),
};

export const useSession = () => useSyncExternalStore(store.subscribe, store.get);
