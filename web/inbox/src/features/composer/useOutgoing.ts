import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { reachable } from '@shared/api/client';
import { createStore } from '@shared/api/store';
import { go } from '@shared/router';
import { tell } from '@shared/ui/toast';
import { deliver } from './deliver';
import { waitingDrafts } from './drafts';
import { deliverNew, waitingNew } from './new-draft';

const often = 15_000;
const asked = createStore(0);

/** Tries at once to send what waits. */
export const sendWaiting = () => asked.set(asked.get() + 1);

/** Sends what waits for the connection as soon as it is back, whatever ticket is open. */
export function useOutgoing() {
  const client = useQueryClient();
  const me = useMe();
  const { t } = useTranslation();
  useEffect(() => {
    let running = false;
    const run = async () => {
      if (running) return;
      running = true;
      try {
        for (const { ticket, waiting } of await waitingDrafts()) {
          const { number } = waiting;
          const ending = await deliver(client, ticket, waiting, me.id, null);
          if (ending === 'waiting') return; // neither will the others
          if (ending === 'kept') tell(t('composer.failedElsewhere', { number }), { tone: 'bad', action: { label: t('open'), run: () => go(`/tickets/${ticket}`) } });
          else tell(t('write.wentOut', { number }));
        }
        const begun = await waitingNew();
        if (!begun) return;
        const to = begun.request.to?.address;
        const ending = await deliverNew(client, begun, true);
        if (ending === 'waiting') return;
        if ('refused' in ending) tell(t('write.newRefused', { to }), { tone: 'bad' });
        else tell(t('write.newWentOut', { to }), { action: { label: t('open'), run: () => go(`/tickets/${ending.made.id}`) } });
      } finally {
        running = false;
      }
    };
    const again = () => void run();
    const back = () => {
      if (reachable.get()) again();
    };
    again();
    const timer = setInterval(again, often);
    const stops = [reachable.subscribe(back), asked.subscribe(again)];
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      for (const stop of stops) stop();
      removeEventListener('online', again);
    };
  }, [client, me.id, t]);
}
