import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { Guide } from '@/features/guide/api';
import { useStores } from '@/features/stores/api';
import { apiUrl } from '@shared/api/place';
import type { Channel } from '@shared/api/schema';
import { Ago } from '@shared/ui/Ago';
import { Button } from '@shared/ui/Button';
import { CopyField } from '@shared/ui/CopyField';
import { Icon } from '@shared/ui/Icon';
import { Banner, Empty, LoadError } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { sourceIcon } from '@shared/ui/source';
import { Standing } from '@shared/ui/Standing';
import { StoreDot } from '@shared/ui/StoreDot';
import { AddChannel } from './AddChannel';
import { useChannels } from './api';
import { ChangeKey } from './ChangeKey';
import { ChannelSettings, ChannelSwitch } from './ChannelSettings';
import styles from './ChannelsScreen.module.css';
import { ConnectProvider } from './ConnectProvider';
import { MailboxForm, SmtpForm } from './MailServers';
import { isMeta, MetaForm } from './MetaForm';
import { MicrosoftForm } from './MicrosoftForm';
import { QuietAfter } from './QuietAfter';

/** What sets up a channel's chat; nothing for what is no chat. */
type ChatFormOf = (channel: Channel) => ReactNode;

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
              <ChannelCard key={channel.id} channel={channel} chatForm={chatForm} fresh={channel.id === added} />
            ))}
          </ul>
        )
      ) : channels.isError ? (
        <LoadError what={t('channels.failed')} error={channels.error} onRetry={() => void channels.refetch()} />
      ) : (
        <Loading className={styles.list}>
          <Skeleton height={170} />
          <Skeleton height={170} />
        </Loading>
      )}
    </main>
  );
}

const hidden = '••••••••••••••••';

/** A channel and all that can be set about it. One that was just added shows its first steps at once. */
function ChannelCard({ channel, chatForm, fresh }: { channel: Channel; chatForm: ChatFormOf; fresh: boolean }) {
  const { t } = useTranslation();
  const store = useStores().find(({ id }) => id === channel.store);
  const [revealed, setRevealed] = useState(false);
  const me = useMe();
  // Stays once begun, so that the first message is seen to arrive.
  const [guided] = useState(channel.lastMessageAt === null);
  const [steps, setSteps] = useState<boolean | null>(null);
  const url = apiUrl(channel.url);

  return (
    <li className={page.card}>
      <header className={styles.header}>
        <span className={styles.sign}>
          <Icon name={sourceIcon(channel.kind)} size={18} />
        </span>
        <div className={styles.title}>
          <h2>{channel.name}</h2>
          <p className={styles.facts}>
            {channel.address && channel.address !== channel.name && <span>{channel.address}</span>}
            {store && (
              <span className={styles.store}>
                <StoreDot color={store.color} />
                {store.name}
              </span>
            )}
          </p>
        </div>
        <p className={styles.last}>
          {channel.lastMessageAt ? (
            <>
              {t('channels.last')} <Ago at={channel.lastMessageAt} style="moment" />
            </>
          ) : (
            t('channels.never')
          )}
        </p>
      </header>
      {!channel.active && <Banner tone="warn">{t('channelSettings.offNow')}</Banner>}
      {guided && channel.active && channel.key && (
        <details className={styles.provider} open={steps ?? fresh} onToggle={(event) => setSteps(event.currentTarget.open)}>
          <summary>{t('guide.title')}</summary>
          {(steps ?? fresh) && <Guide channel={channel} from={me} />}
        </details>
      )}
      <Standing connections={channel.connections} />
      {channel.kind !== 'chat' && <CopyField label={channel.kind === 'email' ? t('channels.mailUrl') : isMeta(channel.kind) ? t('metaForm.callback') : t('channels.url')} value={url} />}
      {chatForm(channel)}
      {channel.key && channel.kind !== 'chat' && (
        <CopyField
          label={isMeta(channel.kind) ? t('metaForm.verify') : t('channels.key')}
          value={channel.key}
          shown={revealed ? channel.key : hidden}
          extra={
            <Button size="s" icon="eye" aria-pressed={revealed} onClick={() => setRevealed(!revealed)}>
              {revealed ? t('channels.hideKey') : t('channels.showKey')}
            </Button>
          }
        />
      )}
      {channel.key && channel.kind === 'email' && (
        <div className={styles.ways}>
          <MailboxForm channel={channel} />
          <MicrosoftForm channel={channel} />
          <ConnectProvider channel={channel} />
          <SmtpForm channel={channel} />
        </div>
      )}
      {channel.key && isMeta(channel.kind) && (
        <div className={styles.ways}>
          <MetaForm channel={channel} />
        </div>
      )}
      {channel.key && (
        <div className={styles.ways}>
          <ChannelSettings channel={channel} />
          {channel.kind !== 'chat' && <ChangeKey channel={channel} />}
        </div>
      )}
      {channel.key && <QuietAfter channel={channel} />}
      {channel.key && <ChannelSwitch channel={channel} />}
    </li>
  );
}
