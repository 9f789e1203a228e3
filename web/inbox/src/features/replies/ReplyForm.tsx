import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { Problem } from '@shared/api/problem';
import type { Language, ReadyReply, SavedReply, Variable } from '@shared/api/schema';
import { languages } from '@shared/i18n';
import { useNamed } from '@shared/i18n/useNamed';
import { Button } from '@shared/ui/Button';
import { SelectField, TextArea, TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from '@shared/ui/Place.module.css';
import { Switch } from '@shared/ui/Switch';
import { usePreview, useReady, useReplies, useSaveReply, useVariables } from './api';
import own from './Replies.module.css';

const gap = ({ name, mayBeEmpty }: Variable, otherwise: string) => (mayBeEmpty ? `{{or ${name} "${otherwise}"}}` : `{{${name}}}`);

/** A saved reply: its words in each language, with gaps, looked at on a real ticket before they are saved. */
export function ReplyForm({ reply, onDone }: { reply?: SavedReply; onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const reason = useReason();
  const me = useMe();
  const save = useSaveReply(reply?.id);
  const preview = usePreview();
  const ready = useReady();
  const named = useNamed();
  const variables = useVariables().data ?? [];
  const folders = [...new Set(useReplies().data?.map(({ folder }) => folder))].filter(Boolean);
  const [name, setName] = useState(reply?.name ?? '');
  const [folder, setFolder] = useState(reply?.folder ?? '');
  const [shared, setShared] = useState(reply?.shared ?? me.role === 'admin');
  const [texts, setTexts] = useState<Partial<Record<Language, string>>>(reply?.texts ?? {});
  const [language, setLanguage] = useState((Object.keys(reply?.texts ?? {})[0] ?? i18n.language) as Language);
  const area = useRef<HTMLTextAreaElement>(null);
  const failed = [save, preview].find(({ isError }) => isError)?.error;
  const errors = failed instanceof Problem ? failed.errors : {};
  const written = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
  const elsewhere = languages.filter(({ key }) => key !== language && errors[`texts.${key}`]);

  const take = (written?: ReadyReply) => {
    if (!written) return;
    setName(named(written.names, written.key));
    setTexts(written.texts);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    preview.reset();
    save.mutate({ name, folder, shared, texts: written }, { onSuccess: onDone });
  };
  const insert = (variable: Variable) => {
    const box = area.current;
    const text = texts[language] ?? '';
    const [from, to] = [box?.selectionStart ?? text.length, box?.selectionEnd ?? text.length];
    setTexts({ ...texts, [language]: text.slice(0, from) + gap(variable, t('replies.otherwise')) + text.slice(to) });
    box?.focus();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        <TextField label={t('place.name')} error={errors.name} required maxLength={80} autoFocus value={name} onChange={({ target }) => setName(target.value)} />
        <TextField label={t('replies.folder')} hint={t('replies.folderHint')} error={errors.folder} maxLength={80} list="reply-folders" value={folder} onChange={({ target }) => setFolder(target.value)} />
        <datalist id="reply-folders">
          {folders.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <SelectField label={t('user.language')} value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
          {languages.map(({ key, name: called }) => (
            <option key={key} value={key}>
              {texts[key]?.trim() ? `${called} ✓` : called}
            </option>
          ))}
        </SelectField>
      </div>
      {!reply && (
        <div>
          <Button size="s" kind="quiet" icon="star" busy={ready.isPending} onClick={() => ready.mutate(undefined, { onSuccess: ({ items }) => take(items[0]) })}>
            {t('rating.ready')}
          </Button>
        </div>
      )}
      <TextArea
        ref={area}
        label={t('replies.text')}
        rows={8}
        lang={language}
        dir="auto"
        error={errors[`texts.${language}`] ?? errors.texts}
        value={texts[language] ?? ''}
        onChange={({ target }) => setTexts({ ...texts, [language]: target.value })}
      />
      {elsewhere.map(({ key, name: called }) => (
        <Banner key={key} tone="bad">
          {called}: {errors[`texts.${key}`]}
        </Banner>
      ))}
      <div className={own.variables} role="group" aria-label={t('replies.variables')}>
        {t('replies.variables')}
        {variables.map((variable) => (
          <button key={variable.name} type="button" className={own.variable} title={variable.mayBeEmpty ? `${variable.example} · ${t('replies.mayBeEmpty')}` : variable.example} onClick={() => insert(variable)}>
            {variable.name}
          </button>
        ))}
      </div>
      {me.role === 'admin' && !(reply?.shared ?? false) && <Switch label={t('replies.shared')} hint={t('replies.sharedHint')} on={shared} onChange={setShared} />}
      {preview.data && (
        <div className={own.preview} aria-live="polite">
          <h4>{t('replies.previewed', { number: preview.data.ticket })}</h4>
          <p>{preview.data.texts[language] ?? Object.values(preview.data.texts)[0]}</p>
        </div>
      )}
      {failed && Object.keys(errors).length === 0 && (
        <Banner tone="bad" live="assertive">
          {reason(failed)}
        </Banner>
      )}
      <div className={styles.ends}>
        <Button type="submit" kind="primary" busy={save.isPending} disabled={save.isPending}>
          {t('place.save')}
        </Button>
        <Button
          busy={preview.isPending}
          disabled={preview.isPending || Object.keys(written).length === 0}
          onClick={() => {
            save.reset();
            preview.mutate(written);
          }}
        >
          {t('replies.preview')}
        </Button>
        <Button onClick={onDone}>{t('place.cancel')}</Button>
      </div>
    </form>
  );
}
