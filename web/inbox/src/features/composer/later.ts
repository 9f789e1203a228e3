import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { refreshConversation } from '@/features/conversation/api';
import { refreshLists, refreshTicket } from '@/features/tickets/api';
import { api, at } from '@shared/api/client';
import type { Items, LaterAnswer, Ticket } from '@shared/api/schema';
import { draftWritten, readDraft, withWords, wordsOf, writeDraft } from './drafts';
import { joined, shows } from './words';

const keyOf = (ticket: string) => ['later', ticket];

/** Answers of a ticket that leave later, and those that were stopped; asked anew when the ticket has changed. */
export const useLater = (ticket: Ticket) =>
  useQuery({
    queryKey: [...keyOf(ticket.id), ticket.version],
    queryFn: ({ signal }) => api.get<Items<LaterAnswer>>(at('tickets', ticket.id, 'later'), {}, signal),
    select: (all) => all.items,
    placeholderData: (before) => before,
  });

const refresh = (client: QueryClient, ticket: string) =>
  Promise.all([client.invalidateQueries({ queryKey: keyOf(ticket) }), refreshTicket(client, ticket), refreshConversation(client, ticket), refreshLists(client)]);

/** Takes an answer back, or forgets one that was stopped; what was written is the answer to it, files and all. */
export async function takeBack(client: QueryClient, ticket: string, id: string) {
  const taken = await api.delete<LaterAnswer>(at('tickets', ticket, 'later', id));
  void refresh(client, ticket);
  return taken;
}

/** Puts what was taken back into the box again, before what is written there now. */
export function putBack(ticket: string, { request: { text, html, to, cc, channel }, files }: Pick<LaterAnswer, 'request' | 'files'>) {
  const draft = readDraft(ticket);
  const taken = { text: text ?? '', html: html ?? null };
  const back = files.map((file) => ({ ...file, inline: shows(taken, file.id) }));
  const others = draft.files.filter(({ id }) => files.every((file) => file.id !== id));
  writeDraft(ticket, { ...draft, ...withWords('reply', joined(taken, wordsOf(draft, 'reply'))), files: [...back, ...others], mode: 'reply', to: to ?? draft.to, cc: cc ?? draft.cc, channel: channel ?? draft.channel });
  draftWritten(ticket);
}

export function useTakeBack(ticket: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (id: string) => takeBack(client, ticket, id) });
}
