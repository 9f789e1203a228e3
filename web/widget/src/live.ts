/** Hears pushes by SignalR's JSON protocol over a WebSocket, and comes back by itself. While there is no connection the caller asks by itself. */
export function listen(negotiate: () => Promise<{ url: string; accessToken: string }>, api: string, hear: (target: string, said: unknown) => void, state: (live: boolean) => void) {
  const end = '\u001e';
  let socket: WebSocket | null = null;
  let timer = 0;
  let ping = 0;
  let tries = 0;
  let stopped = false;

  const again = () => {
    clearInterval(ping);
    socket = null;
    state(false);
    if (!stopped) timer = window.setTimeout(() => void connect(), Math.min(30_000, 500 * 2 ** tries++) * (0.7 + Math.random() * 0.6));
  };
  const take = (text: string) => {
    for (const part of text.split(end)) {
      if (part === '') continue;
      const said = JSON.parse(part) as { type?: number; target?: string; arguments?: unknown[] };
      if (said.type === undefined) {
        tries = 0;
        state(true); // the answer to the handshake
      } else if (said.type === 1 && said.target) hear(said.target, said.arguments?.[0]);
      else if (said.type === 7) socket?.close();
    }
  };
  const connect = async () => {
    clearTimeout(timer);
    try {
      const { url, accessToken } = await negotiate();
      if (stopped || !url) return;
      const to = new URL(url, api);
      to.protocol = to.protocol.replace('http', 'ws');
      to.searchParams.set('access_token', accessToken);
      const made = new WebSocket(to);
      socket = made;
      made.onopen = () => {
        made.send(`{"protocol":"json","version":1}${end}`);
        ping = window.setInterval(() => made.send(`{"type":6}${end}`), 15_000);
      };
      made.onmessage = ({ data }) => take(String(data));
      made.onclose = again;
    } catch {
      again();
    }
  };
  void connect();
  const hurry = () => {
    if (!socket) {
      tries = 0;
      void connect();
    }
  };
  addEventListener('online', hurry);
  return () => {
    stopped = true;
    clearTimeout(timer);
    clearInterval(ping);
    removeEventListener('online', hurry);
    socket?.close();
  };
}
