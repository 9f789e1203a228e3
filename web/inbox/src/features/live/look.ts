import type { QueryClient } from '@tanstack/react-query';
import { refreshConversation } from '@/features/conversation/api';
import { knownTicket, refreshLists, refreshTicket } from '@/features/tickets/api';
import { recountViews } from '@/features/views/api';
import type { Hint } from '@shared/api/schema';
import { apart } from './apart';

const bursts = 500;
const tries = 4;

/** Looks again where hints say; bursts are taken together. */
export function createLook(client: QueryClient) {
  const changed = new Set<string>();
  const lists = apart(bursts, () => {
    const ids = [...changed];
    changed.clear();
    void refreshLists(client, ids);
    void recountViews(client);
  });
  const wanted = new Map<string, number>();

  // Another instance may answer before it has the change the push told of: then the answer is older than the hint, and is asked for again.
  const see = async (id: string, version: number, tried = 0): Promise<void> => {
    await Promise.all([refreshTicket(client, id), refreshConversation(client, id)]);
    const seen = knownTicket(client, id);
    if (seen && seen.version < version && tried < tries) setTimeout(() => void see(id, version, tried + 1), 400 * 2 ** tried);
  };
  const conversations = apart(bursts / 5, () => {
    for (const [id, version] of wanted) void see(id, version);
    wanted.clear();
  });

  return {
    lists: (hints: readonly Hint[] = []) => {
      for (const { ticketId } of hints) changed.add(ticketId);
      lists();
    },
    tickets: (hints: readonly Hint[]) => {
      for (const { ticketId, version } of hints) wanted.set(ticketId, Math.max(version, wanted.get(ticketId) ?? 0));
      if (hints.length > 0) conversations();
    },
  };
}
