import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { knownTicket } from '@/features/tickets/api';
import type { ActionRequest, Ticket } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { go } from '@shared/router';
import { tell } from '@shared/ui/toast';
import { deliver } from './deliver';
import { attemptAt, filesOf, wordsOf, writeDraft, type Draft } from './drafts';
import { holdSeconds } from './habits';
import { putBack, takeBack } from './later';
import { lineOf } from './line';
import { htmlOf, mentionsOf } from './words';

const requestOf = (ticket: Ticket, draft: Draft, thenClose: boolean, sendAt: Date | undefined): ActionRequest => {
  const { mode, to, cc, channel, humanAgent, notice } = draft;
  const line = mode === 'reply' ? lineOf(ticket, draft) : null;
  const words = wordsOf(draft, mode);
  const files = filesOf(draft, mode, line === null);
  const mentions = mode === 'note' ? mentionsOf(words) : [];
  const hold = mode === 'reply' && !sendAt ? holdSeconds() : null;
  return {
    text: words.text,
    ...(line ? {} : { html: htmlOf(words) }),
    ...(files.length > 0 ? { attachments: files.map((file) => file.id) } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(mode === 'reply' && !line && to ? { to } : {}),
    ...(mode === 'reply' && !line && cc ? { cc } : {}),
    ...(mode === 'reply' && channel ? { channel } : {}),
    ...(line && humanAgent ? { humanAgent } : {}),
    ...(mode === 'reply' && !line && notice !== null ? { notice } : {}),
    ...(thenClose ? { then: 'close' } : {}),
    ...(sendAt ? { sendAt: sendAt.toISOString() } : {}),
    ...(hold ? { holdSeconds: hold } : {}),
  };
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
      const { mode } = draft;
      const request = requestOf(ticket, draft, thenClose, sendAt);
      const attempt = attemptAt(draft.attempt, JSON.stringify([mode, request]));
      writeDraft(id, { ...draft, attempt });
      const version = draft.seen?.version ?? knownTicket(client, id)?.version ?? ticket.version;
      const ending = await deliver(client, id, { mode, request, version, key: attempt.key, number, since: Date.now() }, me.id, draft.files);
      if (ending === 'kept' && !stays) tell(t('composer.failedElsewhere', { number }), { tone: 'bad', action: { label: t('open'), run: () => go(`/tickets/${id}`) } });
      if (ending === 'waiting' && !stays) tell(t('write.waitsElsewhere', { number }), { action: { label: t('open'), run: () => go(`/tickets/${id}`) } });
      if (typeof ending === 'string') return false;
      const waits = ending.sent.later.findLast(({ by }) => by === me.id);
      if (waits && (request.holdSeconds ?? sendAt)) {
        const undo = () =>
          void takeBack(client, id, waits.id)
            .then((taken) => {
              putBack(id, taken);
              if (!location.pathname.endsWith(`/${id}`)) go(`/tickets/${id}`); // who is there already keeps their list
            })
            .catch(() => tell(t('later.gone'), { tone: 'bad' }));
        tell(sendAt ? t('later.kept', { number, when: format.moment(sendAt, Date.now()) }) : t('later.sent', { number }), { undo });
      }
      return true;
    },
    [client, id, number, ticket, me.id, t, format],
  );
}
