import { useQuery } from '@tanstack/react-query';
import { api, reachable } from '@shared/api/client';
import type { Agent, Language, Me, SignedIn } from '@shared/api/schema';
import { session } from '@shared/api/session';
import { askWays } from './arrival';

export { takeArrival, useArrival } from './arrival';

/** The shortest password the server takes. */
export const shortestPassword = 10;

/** How one can sign in at this desk. */
export const useWays = () => useQuery({ queryKey: ['ways'], queryFn: askWays, staleTime: Infinity });

export async function signIn(email: string, password: string): Promise<Agent> {
  const signed = await api.post<SignedIn>('/api/auth/login', { email, password }, { open: true });
  session.begin(signed);
  return signed.agent;
}

/** Ends the session here even when the server cannot be told. */
export async function signOut(): Promise<void> {
  const token = session.get()?.token;
  if (token && reachable.get()) await api.post('/api/auth/logout', undefined, { open: true, headers: { Authorization: `Bearer ${token}` } }).catch(() => undefined);
  session.end();
}

export const fetchMe = async () => {
  const { agent } = await api.get<Me>('/api/me');
  session.update(agent);
  return agent;
};

export const saveLanguage = async (language: Language) => session.update(await api.put<Agent>('/api/me', { language }));
