import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { embedLine, previewUrl } from '@/features/chat/api';
import { apiUrl } from '@shared/api/place';
import type { Agent, Channel } from '@shared/api/schema';
import { Link } from '@shared/router';
import { CopyField } from '@shared/ui/CopyField';
import { Banner } from '@shared/ui/Notice';
import { useFirstTicket } from './api';
import styles from './Guide.module.css';
import { SendTest } from './SendTest';

interface GuideProps {
  channel: Channel;
  /** Whose address a test mail comes from. */
  from: Agent;
  /** Other ways mail can come, where they do not stand beside it anyway. */
  ways?: ReactNode;
}

/** The way from a new channel to its first ticket: connect, send a test, see it arrive. */
export function Guide({ channel, from, ways }: GuideProps) {
  const { t } = useTranslation();
  const first = useFirstTicket(channel.id);
  return (
    <ol className={styles.steps} aria-label={t('guide.title')}>
      <li>
        <h3>{t('guide.connect')}</h3>
        <Connect channel={channel} ways={ways} />
      </li>
      <li>
        <h3>{t('setup.test')}</h3>
        {channel.kind === 'email' ? <SendTest channel={channel} from={from} arrived={first !== null} /> : <Try channel={channel} />}
      </li>
      <li>
        <h3>{t('guide.see')}</h3>
        {first ? (
          <Banner tone="good" action={<Link to={`/tickets/${first.id}`}>{t('setup.openTicket')}</Link>}>
            <strong>{t('setup.arrived')}</strong> {first.subject} · #{first.number}
          </Banner>
        ) : (
          <p role="status">{t('guide.waiting')}</p>
        )}
      </li>
    </ol>
  );
}

function Connect({ channel, ways }: Pick<GuideProps, 'channel' | 'ways'>) {
  const { t } = useTranslation();
  const url = apiUrl(channel.url);
  switch (channel.kind) {
    case 'email':
      return (
        <>
          {ways ? (
            <>
              <p>{t('setup.waysLead', { address: channel.address })}</p>
              {ways}
              <p>{t('setup.orForward')}</p>
            </>
          ) : (
            <p>{t('setup.forwardLead', { address: channel.address })}</p>
          )}
          <CopyField label={t('channels.mailUrl')} value={url} />
          {channel.key !== null && (
            <>
              <CopyField label={t('channels.key')} value={channel.key} />
              <CopyField label={t('setup.urlWithKey')} value={`${url}?key=${encodeURIComponent(channel.key)}`} />
            </>
          )}
          <p>{t('setup.forwardHint')}</p>
        </>
      );
    case 'form':
      return (
        <>
          <p>{t('guide.formLead')}</p>
          <CopyField label={t('guide.formLink')} value={apiUrl(`/api/forms/${channel.id}`)} />
        </>
      );
    case 'chat':
      return (
        <>
          <p>{t('guide.chatLead')}</p>
          <CopyField label={t('guide.chatLine')} value={embedLine(channel.id)} />
        </>
      );
    default:
      return (
        <>
          <p>{t('guide.metaLead')}</p>
          <CopyField label={t('guide.webhook')} value={url} />
          {channel.key !== null && <CopyField label={t('guide.token')} value={channel.key} />}
        </>
      );
  }
}

function Try({ channel }: { channel: Channel }) {
  const { t, i18n } = useTranslation();
  if (channel.kind === 'form') return <TryPage lead={t('guide.formTest')} link={t('guide.openForm')} url={apiUrl(`/api/forms/${channel.id}`)} />;
  if (channel.kind === 'chat') return <TryPage lead={t('guide.chatTest')} link={t('chat.preview')} url={previewUrl(channel.id, i18n.language)} />;
  return <p>{t('guide.metaTest')}</p>;
}

function TryPage({ lead, link, url }: { lead: string; link: string; url: string }) {
  return (
    <p>
      {lead}{' '}
      <a href={url} target="_blank" rel="noreferrer">
        {link}
      </a>
    </p>
  );
}
