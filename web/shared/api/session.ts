import { useSyncExternalStore } from 'react';
import type { Agent, EntraWay, SignedIn } from './schema';
import { createStore } from './store';

/** Who is signed in here; `ended` while the server has closed the session but the screen is still open. */
export interface Session {
  agent: Agent;
  /** What proves it to the API; null until Entra ID has given one to this page. */
  token: string | null;
  /** Until when the token serves, where Entra ID gives it (ms). */
  until: number;
  /** Where tokens come from; null for a session of the desk's own. */
  entra: EntraWay | null;
  ended: boolean;
}

const key = 'session';

const read = (): Session | null => {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Pick<Session, 'agent'> & Partial<Session> | null;
    return kept && { token: null, until: 0, entra: null, ...kept, ended: false };
  } catch {
    return null;
  }
};

const store = createStore<Session | null>(read());

/** A token of Entra ID stays in this page; its own cache is the tab's. */
const keep = (session: Session | null) => {
  if (session) localStorage.setItem(key, JSON.stringify(session.entra ? { agent: session.agent, entra: session.entra } : { agent: session.agent, token: session.token }));
  else localStorage.removeItem(key);
  store.set(session);
};

addEventListener('storage', (event) => {
  if (event.key === key) store.set(read());
});

export const session = {
  get: store.get,
  subscribe: store.subscribe,
  begin: ({ token, agent }: Pick<SignedIn, 'token' | 'agent'>) => keep({ agent, token, until: Infinity, entra: null, ended: false }),
  beginByEntra: (entra: EntraWay, agent: Agent, token: string, until: number) => keep({ agent, token, until, entra, ended: false }),
  update: (agent: Agent) => {
    const now = store.get();
    if (now) keep({ ...now, agent });
  },
  /** Asks with this token from now on. */
  hold: (token: string, until: number) => {
    const now = store.get();
    if (now) store.set({ ...now, token, until });
  },
  end: () => keep(null),

  /** Says that the server no longer takes `token`; resolves when somebody has signed in again. */
  renewed: (token: string | null) =>
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
