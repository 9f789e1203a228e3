import type { Line, Ticket } from '@shared/api/schema';
import { isReachable } from '@shared/i18n/usePerson';
import type { Draft } from './drafts';

/** What an answer leaves by: a line, or mail where it is null. */
export const lineOf = (ticket: Ticket, draft: Draft): Line | null => {
  const wanted = draft.channel ?? ticket.answerBy;
  return ticket.lines.findLast(({ channel }) => channel === wanted) ?? null;
};

/** True where mail reaches somebody too. */
export const hasMail = (ticket: Ticket) => ticket.recipients.from !== null && ticket.recipients.to.some(isReachable);

const minute = 60_000;

export type Window = { state: 'free' } | { state: 'open'; hours: number; minutes: number; pressing: boolean } | { state: 'closed'; byPerson: boolean };

/** Whether the channel takes free answers now, and for how long. */
export function windowOf(line: Line, now: number): Window {
  if (line.windowEndsAt === null) return { state: 'free' };
  const left = Date.parse(line.windowEndsAt) - now;
  if (left <= 0) return { state: 'closed', byPerson: line.humanAgentEndsAt !== null && Date.parse(line.humanAgentEndsAt) > now };
  const minutes = Math.floor(left / minute);
  return { state: 'open', hours: Math.floor(minutes / 60), minutes: minutes % 60, pressing: left < 120 * minute };
}

const limits: Record<string, number> = { messenger: 2000, instagram: 1000, whatsapp: 4096 };

/** How much of one message a text takes; Instagram counts bytes. Null where there is no limit. */
export function lengthOf(kind: string, text: string) {
  const limit = limits[kind];
  if (limit === undefined) return null;
  const used = kind === 'instagram' ? new TextEncoder().encode(text.trim()).length : text.trim().length;
  return { used, limit };
}
