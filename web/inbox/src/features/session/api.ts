import { api, reachable } from '@shared/api/client';
import type { Agent, Language, Me, SignedIn } from '@shared/api/schema';
import { session } from '@shared/api/session';

export async function signIn(email: string, password: string): Promise<Agent> {
  const signed = await api.post<SignedIn>('/api/auth/login', { email, password }, { open: true });
  session.begin(signed);
  return signed.agent;
}

/** Ends the session here even when the server cannot be told. */
export async function signOut(): Promise<void> {
  if (reachable.get()) await api.post('/api/auth/logout').catch(() => undefined);
  session.end();
}

export const fetchMe = async () => {
  const { agent } = await api.get<Me>('/api/me');
  session.update(agent);
  return agent;
};

export const saveLanguage = async (language: Language) => session.update(await api.put<Agent>('/api/me', { language }));
