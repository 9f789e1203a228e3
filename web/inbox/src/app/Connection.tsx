import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutgoing } from '@/features/composer/api';
import { api, reachable } from '@shared/api/client';
import { Banner } from '@shared/ui/Notice';

const pause = 4000;

/** Says that the server cannot be reached, tries it until it answers, then looks again at everything shown. */
export function Connection({ client }: { client: QueryClient }) {
  const { t } = useTranslation();
  useOutgoing();
  const up = useSyncExternalStore(reachable.subscribe, reachable.get);

  useEffect(() => {
    if (up) return;
    const timer = setInterval(
      () =>
        void api.get('/api/health').then(
          () => client.invalidateQueries(),
          () => undefined,
        ),
      pause,
    );
    return () => clearInterval(timer);
  }, [up, client]);

  return up ? null : (
    <Banner tone="bad" live="assertive">
      <strong>{t('connection.lost')}</strong> {t('connection.lead')}
    </Banner>
  );
}
