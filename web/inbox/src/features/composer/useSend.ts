import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { refreshConversation } from '@/features/conversation/api';
import { changedBy, knownTicket, refreshLists, rememberTicket, runAction } from '@/features/tickets/api';
import { recountViews } from '@/features/views/api';
import type { ActionRequest, Ticket } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { go } from '@shared/router';
import { tell } from '@shared/ui/toast';
import { keepDraft } from './draft-sync';
import { afterSending, readDraft, writeDraft, type Draft } from './drafts';
import { holdSeconds } from './hold';
import { putBack, takeBack } from './later';
import { lineOf } from './line';
import { setSending } from './sending';
import { asHtml } from './write';

const requestOf = (ticket: Ticket, draft: Draft, thenClose: boolean, sendAt: Date | undefined): ActionRequest => {
  const { mode, reply, note, to, cc, channel, humanAgent, files } = draft;
  const line = mode === 'reply' ? lineOf(ticket, draft) : null;
  const text = mode === 'reply' ? reply : note;
  const hold = mode === 'reply' && !sendAt ? holdSeconds() : null;
  return {
    text,
    ...(line ? {} : { html: asHtml(text) }),
    ...(files.length > 0 ? { attachments: files.map((file) => file.id) } : {}),
    ...(mode === 'reply' && !line && to ? { to } : {}),
    ...(mode === 'reply' && !line && cc ? { cc } : {}),
    ...(mode === 'reply' && channel ? { channel } : {}),
    ...(line && humanAgent ? { humanAgent } : {}),
    ...(thenClose ? { then: 'close' } : {}),
    ...(sendAt ? { sendAt: sendAt.toISOString() } : {}),
    ...(hold ? { holdSeconds: hold } : {}),
  };
};

/** The same words to the same people are the same attempt, and keep their key. */
const attemptOf = (draft: Draft, request: ActionRequest) => {
  const body = JSON.stringify([draft.mode, request]);
  return draft.attempt?.body === body ? draft.attempt : { key: crypto.randomUUID(), body };
};

/** Sends a ticket's draft. The draft stays on disk until the server has it, wherever the agent has gone meanwhile. */
export function useSend(ticket: Ticket) {
  const client = useQueryClient();
  const me = useMe();
  const { t } = useTranslation();
  const format = useFormat();
  const { id, number } = ticket;

  return useCallback(
    async (draft: Draft, { thenClose = false, stays = true, sendAt }: { thenClose?: boolean; stays?: boolean; sendAt?: Date } = {}) => {
      const request = requestOf(ticket, draft, thenClose, sendAt);
      const attempt = attemptOf(draft, request);
      const kept = { ...draft, attempt };
      writeDraft(id, kept);
      setSending(id, { phase: 'sending', mode: draft.mode, text: request.text ?? '', files: draft.files.map((file) => file.name), at: new Date().toISOString() });
      try {
        const version = draft.seen?.version ?? knownTicket(client, id)?.version ?? ticket.version;
        const sent = await runAction(id, draft.mode, request, { version, key: attempt.key, me: me.id });
        void keepDraft(id, writeDraft(id, afterSending({ ...readDraft(id), mode: draft.mode }))); // or it would be there again elsewhere
        rememberTicket(client, sent);
        await refreshConversation(client, id);
        setSending(id, undefined);
        void refreshLists(client);
        void recountViews(client);
        const waits = sent.later.findLast(({ by }) => by === me.id);
        if (waits && (request.holdSeconds ?? sendAt)) {
          const undo = () =>
            void takeBack(client, id, waits.id)
              .then((taken) => {
                putBack(id, taken);
                go(`/tickets/${id}`);
                setSending(id, undefined);
              })
              .catch(() => tell(t('later.gone'), { tone: 'bad' }));
          tell(sendAt ? t('later.kept', { number, when: format.moment(sendAt, Date.now()) }) : t('later.sent', { number }), { undo });
        }
        return true;
      } catch (error) {
        const changed = changedBy(error);
        if (changed) {
          // The agent is told now; sending once more is meant.
          writeDraft(id, { ...readDraft(id), seen: { version: changed.ticket.version, message: changed.messages.at(-1)?.id ?? draft.seen?.message ?? null } });
          rememberTicket(client, changed.ticket);
          void refreshConversation(client, id);
        }
        setSending(id, changed ? { phase: 'changed', thenClose, changed } : { phase: 'failed', thenClose, error });
        if (!stays) tell(t('composer.failedElsewhere', { number }), { tone: 'bad', action: { label: t('open'), run: () => go(`/tickets/${id}`) } });
        return false;
      }
    },
    [client, id, number, ticket, me.id, t, format],
  );
}
