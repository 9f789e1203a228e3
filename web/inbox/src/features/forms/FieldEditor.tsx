import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '@/features/stores/api';
import type { FormFieldKind, Language } from '@shared/api/schema';
import { Button, IconButton } from '@shared/ui/Button';
import { SelectField, TextField } from '@shared/ui/Field';
import { Switch } from '@shared/ui/Switch';
import { kinds, replaced, without, type DraftField, type Texts } from './draft';
import styles from './Forms.module.css';
import { Words } from './Words';

interface FieldEditorProps {
  field: DraftField;
  /** What visitors read above it. */
  label: string;
  language: Language;
  /** Of the whole form, by place. */
  errors: Record<string, string>;
  place: number;
  last: boolean;
  onChange: (field: DraftField) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One field: a line that says what it asks, and below it everything about it. */
export function FieldEditor({ field, label, language, errors, place, last, onChange, onMove, onRemove }: FieldEditorProps) {
  const { t } = useTranslation();
  const body = useId();
  const [open, setOpen] = useState(false);
  const own = Object.keys(errors).some((at) => at.startsWith(`fields.${place}.`));
  const error = (part: string) => errors[`fields.${place}.${part}`];
  const edit = (part: Partial<DraftField>) => onChange({ ...field, ...part });
  const choice = field.kind === 'choice' || field.kind === 'multipleChoice';
  const words = (part: 'label' | 'help' | 'placeholder' | 'link', title: string, usual?: string) => (
    <Words label={title} texts={field[part]} language={language} usual={usual} error={error(`${part}.${language}`)} onChange={(texts: Texts) => edit({ [part]: texts })} />
  );

  return (
    <li className={styles.field} aria-label={label}>
      <div className={styles.line}>
        <button type="button" className={styles.opener} aria-expanded={open || own} aria-controls={body} onClick={() => setOpen(!open)}>
          <span className={styles.name}>{label}</span>
          <span className={styles.fact}>
            {t(`formKind.${field.kind}`)}
            {field.required && ` · ${t('forms.required')}`}
          </span>
        </button>
        <IconButton icon="down" size="s" className={styles.up} label={t('forms.up', { name: label })} disabled={place === 0} onClick={() => onMove(-1)} />
        <IconButton icon="down" size="s" label={t('forms.down', { name: label })} disabled={last} onClick={() => onMove(1)} />
        <IconButton icon="close" size="s" label={t('forms.remove', { name: label })} onClick={onRemove} />
      </div>
      {(open || own) && (
        <div id={body} className={styles.body}>
          <div className={styles.pair}>
            <SelectField label={t('forms.kind')} value={field.kind} error={error('kind')} onChange={({ target }) => edit({ kind: target.value as FormFieldKind })}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`formKind.${kind}`)}
                </option>
              ))}
            </SelectField>
            <TextField label={t('forms.key')} hint={t('forms.keyHint')} value={field.key} error={error('key')} onChange={({ target }) => edit({ key: target.value })} />
          </div>
          <Switch label={t('forms.mustAnswer')} on={field.required} onChange={(required) => edit({ required })} />
          {words('label', field.kind === 'consent' ? t('forms.consent') : t('forms.label'), label)}
          {words('help', t('forms.help'))}
          {field.kind === 'consent' ? words('link', t('forms.link')) : !['file', 'date', 'multipleChoice'].includes(field.kind) && words('placeholder', t('forms.placeholder'))}
          {choice && <Options field={field} language={language} error={error} onChange={edit} />}
          {field.kind === 'store' && <StoreChoice field={field} onChange={edit} />}
          {field.kind === 'file' && <FileLimits field={field} error={error} onChange={edit} />}
          {['text', 'longText', 'orderNumber'].includes(field.kind) && (
            <TextField
              label={t('forms.longest')}
              type="number"
              min={1}
              className={styles.number}
              value={field.maxLength ?? ''}
              error={error('maxLength')}
              onChange={({ target }) => edit({ maxLength: target.value ? Number(target.value) : null })}
            />
          )}
        </div>
      )}
    </li>
  );
}

interface PartProps {
  field: DraftField;
  onChange: (part: Partial<DraftField>) => void;
}

function Options({ field, language, error, onChange }: PartProps & { language: Language; error: (part: string) => string | undefined }) {
  const { t } = useTranslation();
  const options = field.options ?? [];
  const add = () => {
    let number = options.length + 1;
    while (options.some(({ key }) => key === `option-${number}`)) number++;
    onChange({ options: [...options, { key: `option-${number}`, label: {} }] });
  };
  return (
    <fieldset className={styles.options}>
      <legend>{t('forms.options')}</legend>
      {error('options') && <p className={styles.fault}>{error('options')}</p>}
      {options.map((option, place) => (
        <div key={place} className={styles.option}>
          <Words
            label={t('forms.option', { number: place + 1 })}
            texts={option.label}
            language={language}
            usual={option.key}
            error={error(`options.${place}.label.${language}`)}
            onChange={(label) => onChange({ options: replaced(options, place, { ...option, label }) })}
          />
          <TextField label={t('forms.key')} value={option.key} error={error(`options.${place}.key`)} onChange={({ target }) => onChange({ options: replaced(options, place, { ...option, key: target.value }) })} />
          <IconButton icon="close" size="s" label={t('forms.remove', { name: option.key })} onClick={() => onChange({ options: without(options, place) })} />
        </div>
      ))}
      <Button size="s" icon="plus" onClick={add}>
        {t('forms.addOption')}
      </Button>
    </fieldset>
  );
}

function StoreChoice({ field, onChange }: PartProps) {
  const { t } = useTranslation();
  const options = field.options ?? [];
  return (
    <fieldset className={styles.options}>
      <legend>{t('forms.stores')}</legend>
      {useStores().map(({ id, name }) => (
        <label key={id} className={styles.check}>
          <input
            type="checkbox"
            checked={options.some(({ key }) => key === id)}
            onChange={({ target }) => onChange({ options: target.checked ? [...options, { key: id, label: {} }] : options.filter(({ key }) => key !== id) })}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function FileLimits({ field, error, onChange }: PartProps & { error: (part: string) => string | undefined }) {
  const { t } = useTranslation();
  const files = { most: 3, megabytes: 5, kinds: [], ...field.files };
  const [kinds, setKinds] = useState(files.kinds.join(', '));
  return (
    <>
      <div className={styles.pair}>
        <TextField label={t('forms.most')} type="number" min={1} value={files.most} error={error('files.most')} onChange={({ target }) => onChange({ files: { ...files, most: Number(target.value) } })} />
        <TextField label={t('forms.megabytes')} type="number" min={1} value={files.megabytes} error={error('files.megabytes')} onChange={({ target }) => onChange({ files: { ...files, megabytes: Number(target.value) } })} />
      </div>
      <TextField
        label={t('forms.kinds')}
        hint={t('forms.kindsHint')}
        value={kinds}
        error={error('files.kinds')}
        onChange={({ target }) => {
          setKinds(target.value);
          onChange({ files: { ...files, kinds: target.value.split(/[\s,.]+/).filter(Boolean) } });
        }}
      />
    </>
  );
}
