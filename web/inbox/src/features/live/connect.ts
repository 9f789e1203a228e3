import type { HubConnection } from '@microsoft/signalr';
import { api } from '@shared/api/client';
import { apiUrl } from '@shared/api/place';
import type { Negotiated } from '@shared/api/schema';

/** What a push of each name does here. */
export type Hears = Record<string, (said: never) => void>;

/** A connection that hears pushes; it ends, and says so, when they can come no more. */
export async function connect(hears: Hears): Promise<HubConnection> {
  const { HttpTransportType, HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
  const { url, accessToken } = await api.post<Negotiated>('/api/realtime/negotiate');
  const build = (direct: boolean) => {
    const connection = new HubConnectionBuilder()
      // The token proves who listens; a cookie would only ask more of another origin.
      .withUrl(apiUrl(url), { withCredentials: false, accessTokenFactory: () => accessToken, ...(direct ? { skipNegotiation: true, transport: HttpTransportType.WebSockets } : {}) })
      .configureLogging(LogLevel.None)
      .build();
    for (const [name, hear] of Object.entries(hears)) connection.on(name, hear);
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
}
