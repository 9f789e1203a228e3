import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { Guide } from '@/features/guide/api';
import { useStores } from '@/features/stores/api';
import { apiUrl } from '@shared/api/place';
import type { Channel } from '@shared/api/schema';
import { Ago } from '@shared/ui/Ago';
import { Button } from '@shared/ui/Button';
import { CopyField } from '@shared/ui/CopyField';
import { FoldCard } from '@shared/ui/FoldCard';
import { Icon } from '@shared/ui/Icon';
import { Banner } from '@shared/ui/Notice';
import { Pill } from '@shared/ui/Pill';
import { sourceIcon } from '@shared/ui/source';
import { Standing } from '@shared/ui/Standing';
import { StoreDot } from '@shared/ui/StoreDot';
import { ChangeKey } from './ChangeKey';
import styles from './ChannelsScreen.module.css';
import { ChannelSettings, ChannelSwitch } from './ChannelSettings';
import { SmtpForm } from './MailServers';
import { MailWays } from './MailWays';
import { isMeta, MetaForm } from './MetaForm';
import { QuietAfter } from './QuietAfter';

/** What sets up a channel's chat; nothing for what is no chat. */
export type ChatFormOf = (channel: Channel) => ReactNode;

interface ChannelCardProps {
  channel: Channel;
  chatForm: ChatFormOf;
  /** It was just added: it is open, and so are its first steps. */
  fresh: boolean;
  /** There is no other, so it is open. */
  alone: boolean;
}

/** A channel: how it stands, and once opened all that can be set about it. A link to it (#id) opens it. */
export function ChannelCard({ channel, chatForm, fresh, alone }: ChannelCardProps) {
  const { t } = useTranslation();
  const store = useStores().find(({ id }) => id === channel.store);
  const linked = location.hash === `#${channel.id}`;
  const shown = useCallback((card: HTMLElement | null) => void (linked && card?.scrollIntoView({ block: 'nearest' })), [linked]);
  return (
    <li ref={shown}>
      <FoldCard
        name={channel.name}
        begins={fresh || alone || linked}
        sign={
          <span className={styles.sign}>
            <Icon name={sourceIcon(channel.kind)} size={18} />
          </span>
        }
        facts={
          <>
            {channel.address && channel.address !== channel.name && <span>{channel.address}</span>}
            {store && (
              <span className={styles.store}>
                <StoreDot color={store.color} />
                {store.name}
              </span>
            )}
          </>
        }
        side={
          <>
            {!channel.active && <Pill tone="warn">{t('place.off')}</Pill>}
            <span>
              {channel.lastMessageAt ? (
                <>
                  {t('channels.last')} <Ago at={channel.lastMessageAt} style="moment" />
                </>
              ) : (
                t('channels.never')
              )}
            </span>
          </>
        }
        told={<Standing connections={channel.connections} />}
      >
        <ChannelBody channel={channel} chatForm={chatForm} fresh={fresh} />
      </FoldCard>
    </li>
  );
}

const hidden = '••••••••••••••••';

/** All that can be set about a channel. One that was just added shows its first steps at once. */
function ChannelBody({ channel, chatForm, fresh }: Omit<ChannelCardProps, 'alone'>) {
  const { t } = useTranslation();
  const [revealed, setRevealed] = useState(false);
  const me = useMe();
  // Stays once begun, so that the first message is seen to arrive.
  const [guided] = useState(channel.lastMessageAt === null);
  const [steps, setSteps] = useState<boolean | null>(null);
  const url = apiUrl(channel.url);

  return (
    <>
      {!channel.active && <Banner tone="warn">{t('channelSettings.offNow')}</Banner>}
      {guided && channel.active && channel.key && (
        <details className={styles.provider} open={steps ?? fresh} onToggle={(event) => setSteps(event.currentTarget.open)}>
          <summary>{t('guide.title')}</summary>
          {(steps ?? fresh) && <Guide channel={channel} from={me} />}
        </details>
      )}
      <Part title={t('channels.comingIn')}>
        {channel.kind !== 'chat' && <CopyField label={channel.kind === 'email' ? t('channels.mailUrl') : isMeta(channel.kind) ? t('metaForm.callback') : t('channels.url')} value={url} />}
        {chatForm(channel)}
        {channel.key && channel.kind !== 'chat' && (
          <>
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
            <ChangeKey channel={channel} />
          </>
        )}
        {channel.key && channel.kind === 'email' && <MailWays channel={channel} />}
        {channel.key && isMeta(channel.kind) && <MetaForm channel={channel} />}
      </Part>
      {channel.key && channel.kind === 'email' && (
        <Part title={t('channels.goingOut')}>
          <SmtpForm channel={channel} />
        </Part>
      )}
      {channel.key && (
        <Part title={t('channels.itself')}>
          <ChannelSettings channel={channel} />
          <QuietAfter channel={channel} />
          <ChannelSwitch channel={channel} />
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
