import { useMutation, useQuery } from '@tanstack/react-query';
import { api, at, send } from '@shared/api/client';
import type { Channel, Page, TicketRow } from '@shared/api/schema';

export { Guide } from './Guide';

const often = 2_000;

/** The first ticket that came by a channel; asked for until there is one. */
export const useFirstTicket = (channel: string) =>
  useQuery({
    queryKey: ['first-ticket', channel],
    queryFn: async ({ signal }) => (await api.get<Page<TicketRow>>('/api/tickets', { view: 'all', channel, sort: 'oldest', limit: 1 }, signal)).items[0] ?? null,
    refetchInterval: ({ state }) => (state.data ? false : often),
  }).data ?? null;

/** Hands a mail to the channel the way a mail server would. */
export const usePushMail = (channel: Channel) =>
  useMutation({
    mutationFn: (mime: string) => send('POST', at('ingest', 'email', channel.id), { query: { key: channel.key ?? '' }, headers: { 'Content-Type': 'message/rfc822' }, body: mime, open: true }),
  });
