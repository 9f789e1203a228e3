import type { QueryClient } from '@tanstack/react-query';
import { refreshConversation } from '@/features/conversation/api';
import { changedBy, refreshLists, rememberTicket, runAction } from '@/features/tickets/api';
import { recountViews } from '@/features/views/api';
import { Unreachable } from '@shared/api/problem';
import { keepDraft } from './draft-sync';
import { afterSending, readDraft, writeDraft, type DraftFile, type Waiting } from './drafts';
import { setSending } from './sending';

/** How it ended: gone out with the ticket after it, waiting for the connection, or kept here for a reason. */
export type Ending = { sent: Awaited<ReturnType<typeof runAction>> } | 'waiting' | 'kept';

/** Takes what was written to the server, under its key: however often that is done, it leaves once. The draft stays on disk until the server has it. `files` is null for what has waited already. */
export async function deliver(client: QueryClient, id: string, message: Waiting, me: string, files: DraftFile[] | null): Promise<Ending> {
  const { mode, request, version, key } = message;
  const thenClose = request.then === 'close';
  setSending(id, files ? { phase: 'sending', mode, text: request.text ?? '', files: files.map(({ name }) => name), at: new Date().toISOString() } : { phase: 'waiting' });
  try {
    const sent = await runAction(id, mode, request, { version, key, me });
    void keepDraft(id, writeDraft(id, afterSending({ ...readDraft(id), mode }))); // or it would be there again elsewhere
    rememberTicket(client, sent);
    await refreshConversation(client, id);
    setSending(id, undefined);
    void refreshLists(client);
    void recountViews(client);
    return { sent };
  } catch (error) {
    if (error instanceof Unreachable) {
      const takenBack = files === null && readDraft(id).waiting === null;
      if (!takenBack) writeDraft(id, { ...readDraft(id), waiting: message });
      setSending(id, takenBack ? undefined : { phase: 'waiting' });
      return 'waiting';
    }
    const changed = changedBy(error);
    // Where something changed the agent is told now; sending once more is meant.
    const seen = changed ? { version: changed.ticket.version, message: changed.messages.at(-1)?.id ?? readDraft(id).seen?.message ?? null } : readDraft(id).seen;
    writeDraft(id, { ...readDraft(id), waiting: null, seen });
    if (changed) {
      rememberTicket(client, changed.ticket);
      void refreshConversation(client, id);
    }
    setSending(id, changed ? { phase: 'changed', thenClose, changed } : { phase: 'failed', thenClose, error });
    return 'kept';
  }
}
