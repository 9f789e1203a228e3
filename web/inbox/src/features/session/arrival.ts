import { useSyncExternalStore } from 'react';
import { api } from '@shared/api/client';
import { arrive, cameBack, forget } from '@shared/api/entra';
import { Problem, Unreachable } from '@shared/api/problem';
import type { EntraWay, Me, SignInWays } from '@shared/api/schema';
import { session } from '@shared/api/session';
import { createStore } from '@shared/api/store';
import { go } from '@shared/router';

/** How a sign-in that has just come back from Microsoft stands. */
type Arrival =
  | { at: 'none' }
  | { at: 'coming' }
  /** Microsoft did not sign the person in; `code` is its own, where it gave one. */
  | { at: 'failed'; code: string | null }
  | { at: 'unreachable' }
  /** The account is somebody, but nobody of this desk. */
  | { at: 'stranger'; account: string };

const store = createStore<Arrival>({ at: cameBack() ? 'coming' : 'none' });

export const useArrival = () => useSyncExternalStore(store.subscribe, store.get);

export const askWays = () => api.open<SignInWays>('/api/auth/ways');

/** Microsoft's number for what went wrong; the sentence around it comes from the address, so it is not shown. */
const codeIn = (error: unknown) => /AADSTS\d+/.exec(String(error))?.[0] ?? null;

/** Finishes the sign-in this page was opened with, if it was, and goes to the address that was wanted. */
export async function takeArrival(): Promise<void> {
  if (store.get().at !== 'coming') return;
  try {
    const { entra } = await askWays();
    store.set(entra ? await welcome(entra) : { at: 'none' });
  } catch (error) {
    store.set(error instanceof Unreachable ? { at: 'unreachable' } : { at: 'failed', code: codeIn(error) });
  }
}

async function welcome(way: EntraWay): Promise<Arrival> {
  const arrived = await arrive(way);
  if (!arrived) return { at: 'none' };
  try {
    const { agent } = await api.open<Me>('/api/me', arrived.token);
    session.beginByEntra(way, agent, arrived.token, arrived.until);
    go(arrived.wanted, { replace: true });
    return { at: 'none' };
  } catch (error) {
    if (!(error instanceof Problem && error.status === 401)) throw error;
    await forget(way);
    session.end();
    return { at: 'stranger', account: arrived.account };
  }
}
