import type { HubConnection } from '@microsoft/signalr';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { heardTyping } from '@/features/chat/api';
import { refreshConversation } from '@/features/conversation/api';
import { heardLooking } from '@/features/presence/api';
import { refreshLists, refreshTicket } from '@/features/tickets/api';
import { recountViews } from '@/features/views/api';
import { api } from '@shared/api/client';
import { lookAgain } from '@shared/api/look-again';
import { apiUrl } from '@shared/api/place';
import type { Hint, Negotiated } from '@shared/api/schema';
import { createStore } from '@shared/api/store';
import { apart } from './apart';

type Live = 'starting' | 'live' | 'off';

const status = createStore<Live>('starting');

export const useLiveStatus = () => useSyncExternalStore(status.subscribe, status.get);

const longestWait = 30_000;
const bursts = 500;
const catchUp = 20_000;

const connect = async (onHint: (hint: Hint) => void): Promise<HubConnection> => {
  const { HttpTransportType, HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
  const { url, accessToken } = await api.post<Negotiated>('/api/realtime/negotiate');
  const build = (direct: boolean) => {
    const connection = new HubConnectionBuilder()
      // The token proves who listens; a cookie would only ask more of another origin.
      .withUrl(apiUrl(url), { withCredentials: false, accessTokenFactory: () => accessToken, ...(direct ? { skipNegotiation: true, transport: HttpTransportType.WebSockets } : {}) })
      .configureLogging(LogLevel.None)
      .build();
    connection.on('changed', onHint);
    connection.on('typing', heardTyping);
    connection.on('looking', heardLooking);
    return connection;
  };
  const straight = build(true);
  try {
    await straight.start();
    return straight;
  } catch {
    // No WebSocket gets through: the hub's own negotiation finds what does.
    const around = build(false);
    await around.start();
    return around;
  }
};

/** A hint says where to look again; bursts are taken together. */
function listen(client: QueryClient) {
  const lists = apart(bursts, () => void refreshLists(client));
  const views = apart(bursts, () => void recountViews(client));
  const tickets = new Set<string>();
  const conversations = apart(bursts / 5, () => {
    for (const id of tickets) {
      void refreshTicket(client, id);
      void refreshConversation(client, id);
    }
    tickets.clear();
  });
  return (hint: Hint) => {
    tickets.add(hint.ticketId);
    conversations();
    lists();
    views();
  };
}

/** Keeps the screen true while it is open: connects, comes back by itself, and looks again at everything shown after a gap. */
export function useLive() {
  const client = useQueryClient();
  useEffect(() => {
    let stopped = false;
    let connection: HubConnection | null = null;
    let timer = 0;
    let tries = 0;
    const onHint = listen(client);

    const again = () => {
      if (stopped) return;
      if (tries > 0) status.set('off');
      timer = window.setTimeout(() => void start(), Math.min(longestWait, 500 * 2 ** tries++));
    };
    const start = async () => {
      clearTimeout(timer);
      try {
        const made = await connect(onHint);
        if (stopped) {
          await made.stop();
          return;
        }
        connection = made;
        made.onclose(again);
        tries = 0;
        status.set('live');
        // What came before the first connection, or while there was none, was told to nobody here.
        await lookAgain(client);
      } catch {
        again();
      }
    };
    const hurry = () => status.get() === 'off' && void start();
    const poll = setInterval(() => status.get() === 'off' && !document.hidden && void client.invalidateQueries(), catchUp);

    void start();
    addEventListener('online', hurry);
    return () => {
      stopped = true;
      clearTimeout(timer);
      clearInterval(poll);
      removeEventListener('online', hurry);
      void connection?.stop();
    };
  }, [client]);
}
