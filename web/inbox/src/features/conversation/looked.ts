/** How many tickets this machine remembers. */
const most = 300;
const place = 'looked';

type Looked = [ticketId: string, at: string][];

const read = (): Looked => {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as Looked;
  } catch {
    return [];
  }
};

/** Up to when this agent has looked at a ticket on this machine; null for never. */
export const lookedAt = (agent: string, ticketId: string) => read().find(([id]) => id === `${agent}:${ticketId}`)?.[1] ?? null;

/** Remembers that everything up to a time has been seen. */
export function look(agent: string, ticketId: string, at: string) {
  const id = `${agent}:${ticketId}`;
  localStorage.setItem(place, JSON.stringify([[id, at], ...read().filter(([known]) => known !== id)].slice(0, most)));
}
