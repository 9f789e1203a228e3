import { useMe } from '@/features/agents/api';
import { useMessages } from '@/features/conversation/api';
import { isNewsMessage } from '@/features/tickets/api';
import type { Message } from '@shared/api/schema';

/** The newest message of a ticket, and those that others wrote after `since`. */
export function useNews(ticketId: string, since: string | null | undefined): { newest: string | null; news: Message[] } {
  const me = useMe();
  const items = useMessages(ticketId).data?.pages[0]?.items ?? [];
  const known = since ? items.findIndex((message) => message.id === since) : -1;
  return { newest: items[0]?.id ?? null, news: known > 0 ? items.slice(0, known).filter((message) => isNewsMessage(message, me.id)) : [] };
}
