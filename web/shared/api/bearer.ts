import { entraToken, leave, SignInNeeded } from './entra';
import type { EntraWay } from './schema';
import { session } from './session';

/** A token is renewed this long before it runs out (ms). */
const early = 300_000;

/** This tab has been sent to Microsoft by itself, and is not again. */
const sent = 'sent-to-sign-in';

let renewing: Promise<boolean> | null = null;

const acquire = (way: EntraWay, anew: boolean) => {
  renewing ??= ask(way, anew).finally(() => {
    renewing = null;
  });
  return renewing;
};

/** False when only a sign-in helps. A tab that is new to it goes there by itself, once: nothing has been typed in it yet. */
async function ask(way: EntraWay, anew: boolean): Promise<boolean> {
  try {
    const { token, until } = await entraToken(way, anew);
    session.hold(token, until);
    sessionStorage.removeItem(sent);
    return true;
  } catch (error) {
    if (!(error instanceof SignInNeeded)) throw error;
    if (error.fresh && !sessionStorage.getItem(sent)) {
      sessionStorage.setItem(sent, 'yes');
      await leave(way, session.get()?.agent.email).catch(() => undefined);
    }
    return false;
  }
}

/** What proves to the API who asks, null for nobody. Renewed in time where Entra ID gives it; waits for a sign-in where nothing else helps. */
export async function bearer(): Promise<string | null> {
  for (;;) {
    const now = session.get();
    if (!now?.entra) return now?.token ?? null;
    if (!now.ended && now.token && now.until - Date.now() > early) return now.token;
    if (!now.ended && (await acquire(now.entra, false))) return session.get()?.token ?? null;
    await session.renewed(now.token);
  }
}

/** Tries to replace a token the API refused. False where that cannot help, as for a session of the desk's own. */
export async function renew(refused: string): Promise<boolean> {
  const now = session.get();
  if (!now?.entra || now.ended) return false;
  return now.token !== refused || acquire(now.entra, true);
}
