import { api, at, send } from '@shared/api/client';
import type { Page, SetupRequest, SetupResult, SignInWays, TicketRow } from '@shared/api/schema';

/** Whether the desk still needs its first admin, and whether that admin will sign in by a password. */
export async function askSetup() {
  const [{ needed }, { passwords }] = await Promise.all([api.open<{ needed: boolean }>('/api/setup'), api.open<SignInWays>('/api/auth/ways')]);
  return { needed, passwords };
}

export const setUp = (request: SetupRequest) => api.post<SetupResult>('/api/setup', request, { open: true });

/** Hands a mail to the channel the way a mail server would. */
export const pushMail = async (channel: { id: string; key: string }, mime: string) => {
  const response = await send('POST', at('ingest', 'email', channel.id), {
    query: { key: channel.key },
    headers: { 'Content-Type': 'message/rfc822' },
    body: mime,
    open: true,
  });
  return ((await response.json()) as { id: string }).id;
};

/** The ticket whose subject is exactly this one, once it has arrived. */
export const findBySubject = async (subject: string) => {
  const { items } = await api.get<Page<TicketRow>>('/api/tickets', { view: 'all', sort: 'newest', limit: 20 });
  return items.find((row) => row.subject === subject) ?? null;
};
