import { lazy, memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentName, useAgentPicture } from '@/features/agents/api';
import type { Message } from '@shared/api/schema';
import { isReachable, usePerson } from '@shared/i18n/usePerson';
import { Ago } from '@shared/ui/Ago';
import { Avatar } from '@shared/ui/Avatar';
import { Button, IconButton } from '@shared/ui/Button';
import { copy } from '@shared/ui/copy';
import { cx } from '@shared/ui/cx';
import { Icon, type IconName } from '@shared/ui/Icon';
import { Menu, type MenuItem } from '@shared/ui/Menu';
import { sourceIcon } from '@shared/ui/source';
import { Attachments } from './Attachments';
import { DeliveryLine } from './DeliveryLine';
import { HtmlMail } from './HtmlMail';
import { Linked } from './Linked';
import styles from './MessageCard.module.css';
import { Aftermath, ContextLine } from './Social';
import { isConfirmation, isFolded, speaksByForm } from './timeline';

const OriginalDialog = lazy(() => import('./OriginalDialog'));

interface MessageCardProps {
  message: Message;
  /** Given where the message can have a ticket of its own. */
  onSplit?: (message: Message) => void;
  /** The path of its conversation, for a link to it. */
  url?: string;
  /** Somebody came by a link to it. */
  linked?: boolean;
}

/** What sets a message apart from others; cut short where its line is narrow. */
function Kind({ icon, text, title = text, className }: { icon?: IconName; text: string; title?: string; className?: string }) {
  return (
    <span className={cx(styles.kind, className)} title={title}>
      {icon && <Icon name={icon} size={13} />}
      <span>{text}</span>
    </span>
  );
}

export const MessageCard = memo(function MessageCard({ message, onSplit, url, linked = false }: MessageCardProps) {
  const { t } = useTranslation();
  const agentName = useAgentName();
  const agentPicture = useAgentPicture();
  const person = usePerson();
  const [whole, setWhole] = useState(() => speaksByForm(message));
  const [original, setOriginal] = useState(false);

  const name = agentName(message.author) ?? person(message.from);
  const brief = isConfirmation(message);
  const note = message.direction === 'note';
  const recipients = [...message.to, ...message.cc];
  const words = message.replyText || message.text;
  const bounced = ({ recipient, reason, status }: NonNullable<Message['bounce']>) =>
    [recipient ? t('message.bounce', { address: recipient }) : t('message.bounceOf'), reason ?? status].filter(Boolean).join(' ');

  const more: MenuItem[] = [];
  if (message.hasOriginal) more.push({ key: 'original', label: t('message.showOriginal'), icon: 'file', onSelect: () => setOriginal(true) });
  if (words !== '') more.push({ key: 'text', label: t('talk.copyText'), icon: 'copy', onSelect: () => void copy(words, t('talk.textCopied')) });
  if (url) more.push({ key: 'link', label: t('talk.copyLink'), icon: 'copy', onSelect: () => void copy(`${location.origin}${url}#${message.id}`, t('talk.linkCopied')) });
  if (onSplit) more.push({ key: 'split', label: t('split.from'), icon: 'split', onSelect: () => onSplit(message) });

  return (
    <article
      data-message={message.id}
      tabIndex={-1}
      className={cx(styles.card, linked && styles.shown, styles[message.direction], brief && styles.brief, brief && whole && styles.whole)}
      aria-label={t(note ? 'message.noteBy' : 'message.by', { name })}
    >
      <Avatar name={name} picture={agentPicture(message.author)} size={32} />
      <div className={styles.paper}>
        <header className={styles.header}>
          <span className={styles.name} title={isReachable(message.from) ? message.from.address : undefined}>
            {name}
          </span>
          {note && <Kind icon="note" text={t('message.note')} />}
          {message.editedAt !== null && <Kind text={t('social.edited')} />}
          {message.repeats && <Kind text={t('chat.mailed')} />}
          {message.auto && <Kind text={t(brief ? 'message.byItself' : 'message.auto')} />}
          {message.forwardedBy && <Kind icon="send" text={t('message.forwardedBy', { name: person(message.forwardedBy) })} title={message.forwardedBy.address} className={styles.forwarded} />}
          {!note && recipients.length > 0 && (
            <span className={styles.to} title={recipients.map(({ address }) => address).join(', ')}>
              {t('message.to', { names: recipients.map(person).join(', ') })}
            </span>
          )}
          <span className={styles.side}>
            {!note && <Icon name={sourceIcon(message.channelKind)} size={13} />}
            <Ago at={message.direction === 'in' ? message.receivedAt : (message.sentAt ?? message.receivedAt)} style="moment" className={styles.time} />
            {more.length > 0 && (
              <Menu
                label={t('message.more')}
                align="end"
                groups={[{ key: 'message', items: more }]}
                trigger={(props) => <IconButton {...props} icon="more" size="s" label={t('message.more')} className={styles.menu} />}
              />
            )}
          </span>
        </header>
        {message.newSubject && onSplit && (
          <div className={styles.subject}>
            <span className={styles.about} dir="auto">
              {t('split.newSubject', { subject: message.subject })}
            </span>
            <Button size="s" icon="split" onClick={() => onSplit(message)}>
              {t('split.offer')}
            </Button>
          </div>
        )}
        {message.bounce && (
          <p className={styles.bounce}>
            <Icon name="alert" size={14} /> {bounced(message.bounce)}
          </p>
        )}
        {message.context && <ContextLine context={message.context} />}
        {whole && message.html !== null ? (
          <HtmlMail html={message.html} text={message.text} title={t('message.by', { name })} />
        ) : (
          <div className={styles.words} dir="auto">
            <Linked text={whole ? message.text : words} names={message.mentions.flatMap((id) => agentName(id) ?? [])} />
            {words === '' && message.attachments.length === 0 && <span className={styles.nothing}>{t(message.unsentAt === null ? 'message.nothing' : 'social.unsent')}</span>}
          </div>
        )}
        {message.signature !== null && (
          <div className={styles.signature} dir="auto">
            {message.signature}
          </div>
        )}
        {(brief || isFolded(message)) && (
          <button type="button" className={styles.fold} aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? t(brief ? 'message.showLess' : 'message.showWords') : t('message.showWhole')}
          </button>
        )}
        {message.cut && (
          <p className={styles.cut}>
            {t('message.cut')}
            {message.hasOriginal && (
              <button type="button" className={styles.link} onClick={() => setOriginal(true)}>
                {t('message.showOriginal')}
              </button>
            )}
          </p>
        )}
        <Attachments attachments={whole && message.html !== null ? message.attachments.filter(({ inline }) => !inline) : message.attachments} />
        <Aftermath message={message} />
        {message.direction === 'out' && message.delivery && <DeliveryLine ticketId={message.ticketId} messageId={message.id} delivery={message.delivery} notice={message.notice} />}
      </div>
      {original && <Suspense><OriginalDialog ticketId={message.ticketId} messageId={message.id} onClose={() => setOriginal(false)} /></Suspense>}
    </article>
  );
});
