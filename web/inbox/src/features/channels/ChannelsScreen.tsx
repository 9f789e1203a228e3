import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { AddChannel } from './AddChannel';
import { useChannels } from './api';
import { ChannelCard, type ChatFormOf } from './ChannelCard';
import styles from './ChannelsScreen.module.css';

/** The ways customers come in: where each listens, its key, and when it last heard something. */
export default function ChannelsScreen({ chatForm }: { chatForm: ChatFormOf }) {
  const { t } = useTranslation();
  const channels = useChannels();
  const [added, setAdded] = useState<string | null>(null);
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('channels.title')}</h1>
        <p>{t('channels.lead')}</p>
      </header>
      {channels.data && <AddChannel onAdded={setAdded} />}
      {channels.data ? (
        channels.data.length === 0 ? (
          <Empty icon="mail" title={t('channels.empty')}>
            {t('channels.emptyLead')}
          </Empty>
        ) : (
          <ul className={styles.list}>
            {channels.data.map((channel) => (
              <ChannelCard key={channel.id} channel={channel} chatForm={chatForm} fresh={channel.id === added} alone={channels.data.length === 1} />
            ))}
          </ul>
        )
      ) : channels.isError ? (
        <LoadError what={t('channels.failed')} error={channels.error} onRetry={() => void channels.refetch()} />
      ) : (
        <Loading className={styles.list}>
          <Skeleton height={76} />
          <Skeleton height={76} />
          <Skeleton height={76} />
        </Loading>
      )}
    </main>
  );
}
