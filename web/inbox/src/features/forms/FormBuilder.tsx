import { useDeferredValue, useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@shared/api/place';
import { Problem } from '@shared/api/problem';
import type { Channel, FormFieldKind, FormSettings, Language } from '@shared/api/schema';
import { languages, named } from '@shared/i18n';
import { useNamed } from '@shared/i18n/useNamed';
import { Button } from '@shared/ui/Button';
import { CopyField } from '@shared/ui/CopyField';
import { cx } from '@shared/ui/cx';
import { SelectField, TextArea, TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Segments } from '@shared/ui/Segments';
import { Switch } from '@shared/ui/Switch';
import { useChangeForm, usePreview } from './api';
import { draftOf, fieldOf, kinds, moved, replaced, unsaved, wantedOf, without, type Draft, type DraftField, type Texts } from './draft';
import { FieldEditor } from './FieldEditor';
import styles from './Forms.module.css';
import { RouteList } from './RouteList';
import { Words } from './Words';


/** One form: its fields, its words, where it leads, its protection; beside it the page as visitors will see it. */
export function FormBuilder({ channel, language: first }: { channel: Channel; language: Language }) {
  const { t } = useTranslation();
  const reason = useReason();
  const draft = unsaved.useUnsaved(channel.id);
  const saved = useMemo(() => draftOf(channel), [channel]);
  const [language, setLanguage] = useState(first);
  const save = useChangeForm(channel.id);
  const shown = draft ?? saved;
  const preview = usePreview(channel.id, useDeferredValue(wantedOf(shown)), language);
  const trouble = save.error ?? preview.error;
  const errors = trouble instanceof Problem ? trouble.errors : {};
  const { fields, form } = shown;
  const labelOf = ({ key, kind, label }: DraftField) => named(label, language) || (preview.data?.labels[key] ?? t(`formKind.${kind}`));

  const edit = (part: Partial<Draft>) => {
    if (!save.isPending) save.reset();
    unsaved.keep(channel.id, { ...shown, ...part });
  };
  const set = (part: Partial<FormSettings>) => edit({ form: { ...form, ...part } });
  const words = (part: 'title' | 'lead' | 'button' | 'thanks', label: string, long?: boolean) => (
    <Words label={label} texts={form[part]} language={language} usual={t('forms.usual')} long={long} error={errors[`form.${part}.${language}`]} onChange={(texts: Texts) => set({ [part]: texts })} />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(wantedOf(shown), { onSuccess: () => unsaved.settle(channel.id, shown) });
  };

  return (
    <div className={styles.sides}>
      <form className={cx(page.card, styles.editor)} aria-label={channel.name} onSubmit={submit} noValidate>
        <h2>{channel.name}</h2>
        <Segments label={t('forms.language')} options={languages} chosen={language} onChoose={setLanguage} />
        <section className={styles.section} aria-label={t('forms.fields')}>
          <h3>{t('forms.fields')}</h3>
          {errors.fields && <p className={styles.fault}>{errors.fields}</p>}
          <ol className={styles.list}>
            {fields.map((field, place) => (
              <FieldEditor
                key={field.id}
                field={field}
                label={labelOf(field)}
                language={language}
                errors={errors}
                place={place}
                last={place === fields.length - 1}
                onChange={(changed) => edit({ fields: replaced(fields, place, changed) })}
                onMove={(by) => edit({ fields: moved(fields, place, by) })}
                onRemove={() => edit({ fields: without(fields, place) })}
              />
            ))}
          </ol>
          <SelectField label={t('forms.add')} className={styles.add} value="" onChange={({ target }) => target.value && edit({ fields: [...fields, fieldOf(target.value as FormFieldKind, fields.map(({ key }) => key))] })}>
            <option value="">{t('forms.addWhat')}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`formKind.${kind}`)}
              </option>
            ))}
          </SelectField>
        </section>
        <section className={styles.section}>
          <h3>{t('forms.words')}</h3>
          {words('title', t('forms.title_'))}
          {words('lead', t('forms.lead_'), true)}
          {words('button', t('forms.button'))}
          {words('thanks', t('forms.thanks'), true)}
        </section>
        <section className={styles.section} aria-label={t('forms.routes')}>
          <h3>{t('forms.routes')}</h3>
          <RouteList fields={fields} labelOf={labelOf} routes={form.routes ?? []} errors={errors} onChange={(routes) => set({ routes })} />
        </section>
        <section className={styles.section}>
          <h3>{t('forms.protection')}</h3>
          <Switch label={t('forms.challenge')} hint={t('forms.challengeHint')} on={form.challenge ?? false} onChange={(challenge) => set({ challenge })} />
          <TextArea
            label={t('forms.origins')}
            hint={t('forms.originsHint')}
            rows={2}
            value={(form.origins ?? []).join('\n')}
            error={Object.entries(errors).find(([place]) => place.startsWith('form.origins'))?.[1]}
            onChange={({ target }) => set({ origins: target.value === '' ? [] : target.value.split('\n') })}
          />
          <TextField label={t('forms.whole')} type="number" min={1} max={25} className={styles.number} value={form.megabytes ?? 10} error={errors['form.megabytes']} onChange={({ target }) => set({ megabytes: Number(target.value) })} />
        </section>
        {trouble && (
          <Banner tone="bad" live="assertive">
            {reason(trouble)}
          </Banner>
        )}
        {draft && <Effect channel={channel} draft={draft} />}
        <footer className={styles.end}>
          <Button kind="primary" type="submit" busy={save.isPending} disabled={!draft || save.isPending}>
            {t('forms.save')}
          </Button>
          {draft && (
            <Button
              kind="quiet"
              onClick={() => {
                save.reset();
                unsaved.keep(channel.id, null);
              }}
            >
              {t('forms.discard')}
            </Button>
          )}
          <p role="status" className={styles.fact}>
            {draft ? t('forms.unsaved') : save.isSuccess && t('forms.saved')}
          </p>
        </footer>
      </form>
      <div className={styles.beside}>
        <section className={styles.section} aria-label={t('forms.preview')}>
          <h3>{t('forms.preview')}</h3>
          <iframe title={t('forms.preview')} className={styles.preview} sandbox="" srcDoc={preview.data?.html ?? ''} />
        </section>
        <CopyField label={t('forms.hosted')} value={apiUrl(`/api/forms/${channel.id}`)} />
        <CopyField label={t('forms.embed')} value={`<script async src="${apiUrl(`/api/forms/${channel.id}/embed.js`)}"></script>`} />
      </div>
    </div>
  );
}

/** What saving will change for whom. */
function Effect({ channel, draft }: { channel: Channel; draft: Draft }) {
  const { t } = useTranslation();
  const name = useNamed();
  const gone = channel.fields.filter(({ key }) => !draft.fields.some((field) => field.key === key)).map((field) => name(field.label, '') || field.key);
  return (
    <Banner>
      {t('forms.effect')} {gone.length > 0 && t('forms.effectGone', { names: gone.join(', ') })}
    </Banner>
  );
}
