import { useTranslation } from 'react-i18next';
import type { Message } from '@shared/api/schema';
import { usePerson } from '@shared/i18n/usePerson';
import { Icon } from '@shared/ui/Icon';
import styles from './Social.module.css';

/** What a message of a social channel goes back to. */
export function ContextLine({ context }: { context: NonNullable<Message['context']> }) {
  const { t } = useTranslation();
  const { kind, text, url } = context;
  const named = kind === 'ad' || kind === 'link' || kind === 'product';
  return (
    <p className={styles.line} dir="auto">
      <Icon name="reply" size={13} />
      {named && text !== null ? t(`social.${kind}Of`, { text }) : t(`social.${kind}`)}
      {url !== null && (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t('social.show')}
        </a>
      )}
    </p>
  );
}

/** What became of a message later: files that never came, emojis put to it. */
export function Aftermath({ message: { missing, reactions, from, to } }: { message: Message }) {
  const { t } = useTranslation();
  const person = usePerson();
  const nameOf = (address: string) => person([from, ...to].find((one) => one.address === address) ?? { name: null, address });
  return (
    <>
      {missing.map(({ name, why }, index) => (
        <p key={index} className={styles.line}>
          <Icon name="alert" size={13} />
          {t(`social.${why}`, { name })}
        </p>
      ))}
      {reactions.length > 0 && (
        <p className={styles.reactions}>
          {reactions.map(({ emoji, by }) => (
            <span key={by} role="img" title={nameOf(by)} aria-label={t('social.reacted', { name: nameOf(by), emoji })}>
              {emoji}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
