import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '@/features/stores/api';
import { Problem } from '@shared/api/problem';
import type { Channel, ChatSettings } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { CopyField } from '@shared/ui/CopyField';
import { SelectField, TextArea, TextField } from '@shared/ui/Field';
import { useReason } from '@shared/ui/Notice';
import { Segments } from '@shared/ui/Segments';
import { Switch } from '@shared/ui/Switch';
import { embedLine, previewUrl, useChangeChat } from './api';
import styles from './Chat.module.css';

const languages = ['en', 'cs', 'pl', 'ko', 'ru'] as const;
type Spoken = 'title' | 'greeting' | 'away';

/** How a chat looks, what it says and where it may stand. */
export function ChatForm({ channel, chat }: { channel: Channel; chat: ChatSettings }) {
  const { t, i18n } = useTranslation();
  const reason = useReason();
  const save = useChangeChat(channel.id);
  const store = useStores().find(({ id }) => id === channel.store);
  const [draft, setDraft] = useState(chat);
  const [origins, setOrigins] = useState(chat.origins.join('\n'));
  const [secret, setSecret] = useState<string | null>(null);
  const [language, setLanguage] = useState(languages.find((one) => one === i18n.language) ?? 'en');
  const change = (news: Partial<ChatSettings>) => setDraft({ ...draft, ...news });
  const faults = save.error instanceof Problem ? save.error.errors : {};
  const words = (field: Spoken) => ({
    value: draft[field][language] ?? '',
    error: faults[field] ?? null,
    lang: language,
    onChange: ({ target }: { target: { value: string } }) => change({ [field]: { ...draft[field], [language]: target.value } }),
  });

  return (
    <>
      <CopyField label={t('chat.embed')} value={embedLine(channel.id)} />
      <details className={styles.settings}>
        <summary>{t('chat.settings')}</summary>
        <form
          className={styles.form}
          aria-label={t('chat.settings')}
          onSubmit={(event) => {
            event.preventDefault();
            const { identitySet, ...told } = draft;
            save.mutate({ ...told, origins: origins.split(/\s+/).filter(Boolean), identitySecret: secret ?? (identitySet ? null : '') });
          }}
        >
          <Segments label={t('chat.language')} options={languages.map((key) => ({ key, name: new Intl.DisplayNames([key], { type: 'language' }).of(key) ?? key }))} chosen={language} onChoose={setLanguage} />
          <TextField label={t('chat.title')} maxLength={80} placeholder={store?.name} {...words('title')} />
          <TextArea label={t('chat.greeting')} rows={2} maxLength={500} {...words('greeting')} />
          <TextArea label={t('chat.away')} rows={2} maxLength={500} {...words('away')} />
          <TextArea label={t('chat.origins')} hint={t('chat.originsHint')} rows={2} error={faults.origins ?? null} value={origins} disabled={draft.anyOrigin} onChange={(event) => setOrigins(event.target.value)} />
          <Switch label={t('chat.anyOrigin')} on={draft.anyOrigin} onChange={(anyOrigin) => change({ anyOrigin })} />
          <div className={styles.row}>
            <TextField label={t('chat.color')} type="color" error={faults.color ?? null} value={draft.color ?? store?.color ?? '#3b6cf4'} onChange={(event) => change({ color: event.target.value })} />
            <SelectField label={t('chat.position')} value={draft.position} onChange={(event) => change({ position: event.target.value as ChatSettings['position'] })}>
              <option value="right">{t('chat.right')}</option>
              <option value="left">{t('chat.left')}</option>
            </SelectField>
            <SelectField label={t('chat.askEmail')} value={draft.askEmail} onChange={(event) => change({ askEmail: event.target.value as ChatSettings['askEmail'] })}>
              <option value="after">{t('chat.askAfter')}</option>
              <option value="before">{t('chat.askBefore')}</option>
              <option value="never">{t('chat.askNever')}</option>
            </SelectField>
          </div>
          <TextField
            label={t('chat.replyMinutes')}
            hint={t('chat.replyMinutesHint')}
            type="number"
            min={0}
            error={faults.replyMinutes ?? null}
            value={draft.replyMinutes ?? ''}
            onChange={(event) => change({ replyMinutes: event.target.value === '' ? null : Number(event.target.value) })}
          />
          <TextField
            label={t('chat.secret')}
            hint={t('chat.secretHint')}
            type="password"
            autoComplete="off"
            error={faults.identitySecret ?? null}
            placeholder={draft.identitySet ? '••••••••' : ''}
            value={secret ?? ''}
            onChange={(event) => setSecret(event.target.value)}
          />
          <Switch label={t('chat.offline')} hint={t('chat.offlineHint')} on={draft.offline} onChange={(offline) => change({ offline })} />
          {save.isError && <p role="alert">{reason(save.error)}</p>}
          <div className={styles.row}>
            <Button kind="primary" type="submit" busy={save.isPending}>
              {t('chat.save')}
            </Button>
            <a href={previewUrl(channel.id, language)} target="_blank" rel="noreferrer">
              {t('chat.preview')}
            </a>
            {save.isSuccess && <span role="status">{t('chat.saved')}</span>}
          </div>
        </form>
      </details>
    </>
  );
}
