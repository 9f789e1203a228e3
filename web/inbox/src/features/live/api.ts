import type { HubConnection } from '@microsoft/signalr';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { heardTyping } from '@/features/chat/api';
import { refreshDrafts } from '@/features/composer/api';
import { heardLooking } from '@/features/presence/api';
import { api } from '@shared/api/client';
import { lookAgain } from '@shared/api/look-again';
import type { Changes, Hint } from '@shared/api/schema';
import { createStore } from '@shared/api/store';
import { connect } from './connect';
import { createHeard } from './heard';
import { createLook } from './look';

type Live = 'starting' | 'live' | 'off';

const status = createStore<Live>('starting');

export const useLiveStatus = () => useSyncExternalStore(status.subscribe, status.get);

/** How often the desk is asked whether a push was lost, in ms: while the page is seen, and while it is not. */
export const beat = 8000;
const hiddenBeat = 60_000;
/** How long a push may take before it counts as lost. */
export const grace = 2500;
/** How long the desk may take to answer. */
const patience = 6000;
const longestWait = 30_000;

/** Keeps the screen true: by pushes, and by asking what the store has written since, which finds those that were lost. Returns what ends it. */
export function keepLive(client: QueryClient): () => void {
  const heard = createHeard();
  const look = createLook(client);
  let ended = false;
  let connection: HubConnection | null = null;
  let connecting = false;
  let since: string | null = null;
  let reached = true;
  let lostAt: number | null = null;
  let failed = 0;
  const timers = new Set<number>();
  const after = (pause: number, run: () => void) => {
    const timer = window.setTimeout(() => {
      timers.delete(timer);
      if (!ended) run();
    }, pause);
    timers.add(timer);
    return timer;
  };

  const tell = () => {
    if (ended) return;
    if (connection && reached && lostAt === null) status.set('live');
    else if (status.get() !== 'starting' || failed > 1 || !reached || lostAt !== null) status.set('off');
  };

  const hears = {
    changed: (hint: Hint) => {
      heard.hear(hint);
      look.tickets([hint]);
      look.lists([hint]);
    },
    typing: heardTyping,
    looking: heardLooking,
    drafted: () => {
      void refreshDrafts(client);
      look.lists();
    },
  };

  const start = async () => {
    if (ended || connecting || connection) return;
    connecting = true;
    try {
      const made = await connect(hears);
      if (ended) return void made.stop();
      connection = made;
      failed = 0;
      made.onclose(() => {
        connection = null;
        tell();
        after(500, () => void start());
      });
      await ask();
    } catch {
      failed++;
      after(Math.min(longestWait, 500 * 2 ** failed), () => void start());
    } finally {
      connecting = false;
      tell();
    }
  };

  /** Who hears nothing of what happens is not live, whatever the connection says: it is made anew. */
  const judge = (owed: readonly Hint[]) => {
    if (heard.owed(owed).length === 0) return;
    lostAt = Date.now();
    tell();
    void connection?.stop();
  };

  let asking: Promise<void> | null = null;
  const ask = () => (asking ??= askOnce().finally(() => (asking = null)));
  const askOnce = async () => {
    const at = Date.now();
    const first = since === null;
    try {
      const { items, next, elsewhere, everything } = await api.get<Changes>('/api/changes', { since }, AbortSignal.timeout(patience));
      since = next;
      reached = true;
      const unheard = heard.unheard(items);
      const owed = heard.owed(items);
      if (owed.length > 0 && connection && !first) after(grace, () => judge(owed));
      else if (lostAt !== null && at - lostAt >= beat) lostAt = null;
      heard.forget(at);
      if (everything) void lookAgain(client);
      look.tickets(items);
      if (unheard.length > 0 || elsewhere) look.lists(unheard);
    } catch {
      reached = false; // asked again at the next beat; what is on screen stays
    }
    tell();
  };

  let timer = 0;
  const pulse = () => {
    clearTimeout(timer);
    timer = after(document.hidden ? hiddenBeat : beat, () => void ask().then(pulse));
  };
  const now = () => {
    void start();
    void ask().then(pulse);
  };
  const seen = () => void (document.hidden ? pulse() : now());
  const offline = () => {
    reached = false;
    tell();
  };

  now();
  addEventListener('online', now);
  addEventListener('offline', offline);
  document.addEventListener('visibilitychange', seen);
  return () => {
    ended = true;
    timers.forEach((timer) => clearTimeout(timer));
    removeEventListener('online', now);
    removeEventListener('offline', offline);
    document.removeEventListener('visibilitychange', seen);
    void connection?.stop();
    status.set('starting');
  };
}

/** Keeps what is on screen true while it is open. */
export function useLive() {
  const client = useQueryClient();
  useEffect(() => keepLive(client), [client]);
}
