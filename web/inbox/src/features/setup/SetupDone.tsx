import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels } from '@/features/channels/api';
import { Guide } from '@/features/guide/api';
import type { Channel, SetupResult } from '@shared/api/schema';
import { go } from '@shared/router';
import { Button } from '@shared/ui/Button';
import page from '@shared/ui/Page.module.css';
import styles from './Setup.module.css';

/** What connects a channel to the shop's own systems. */
export interface Connecting {
  /** The ways its mail comes. */
  ways: (channel: Channel) => ReactNode;
  /** The server its answers leave by. */
  server: (channel: Channel) => ReactNode;
}

/** How mail gets here, with what to connect or copy, and a test of it; and how answers leave. */
export function SetupDone({ result, ways, server }: Connecting & { result: SetupResult }) {
  const { t } = useTranslation();
  const channel = useChannels().data?.find(({ id }) => id === result.channel.id) ?? result.channel;
  return (
    <>
      <section className={page.card}>
        <h2>{t('channels.comingIn')}</h2>
        <Guide channel={channel} from={result.agent} ways={ways(channel)} />
      </section>
      <section className={page.card}>
        <h2>{t('channels.goingOut')}</h2>
        <p>{t('setup.leaveLead')}</p>
        {server(channel)}
      </section>
      <Button kind="primary" className={styles.submit} onClick={() => go('/')}>
        {t('setup.toInbox')}
      </Button>
    </>
  );
}
