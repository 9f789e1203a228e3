import { useTranslation } from 'react-i18next';
import { useTemplates } from '@/features/channels/api';
import { SelectField, TextField } from '@shared/ui/Field';
import { LoadError } from '@shared/ui/Notice';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import styles from './LineBar.module.css';
import form from './NewConversation.module.css';
import { keyOf, previewOf } from './template';

interface TemplateFieldsProps {
  channel: string;
  chosen: string;
  texts: Record<string, string>;
  errors: Record<string, string>;
  onChoose: (key: string) => void;
  onFill: (texts: Record<string, string>) => void;
}

/** A template chosen and filled in, with what the customer will read. */
export function TemplateFields({ channel, chosen, texts, errors, onChoose, onFill }: TemplateFieldsProps) {
  const { t } = useTranslation();
  const templates = useTemplates(channel);
  if (templates.isError) return <LoadError what={t('template.failed')} error={templates.error} onRetry={() => void templates.refetch()} />;
  if (!templates.data)
    return (
      <Loading>
        <Skeleton height={120} />
      </Loading>
    );
  if (templates.data.length === 0) return <p>{t('template.none')}</p>;
  const template = templates.data.find((one) => keyOf(one) === chosen);
  const labels = { header: t('template.header'), body: t('template.body'), button: t('template.button') };
  return (
    <div className={form.form}>
      <SelectField label={t('template.label')} error={errors.template} required value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('template.choose')}</option>
        {templates.data.map((one) => (
          <option key={keyOf(one)} value={keyOf(one)}>
            {one.name} ({one.language})
          </option>
        ))}
      </SelectField>
      {template?.gaps.map(({ key, place, name, example }) => (
        <TextField
          key={key}
          label={`${labels[place]}: ${name}`}
          placeholder={example ?? undefined}
          required
          dir="auto"
          maxLength={1000}
          error={errors[`template.${key}`]}
          value={texts[key] ?? ''}
          onChange={(event) => onFill({ ...texts, [key]: event.target.value })}
        />
      ))}
      {template && (
        <p className={styles.preview} dir="auto" aria-label={t('template.preview')}>
          {previewOf(template, texts)}
        </p>
      )}
    </div>
  );
}
