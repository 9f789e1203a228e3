import { useTranslation } from 'react-i18next';
import { SelectField } from '@shared/ui/Field';

/** How much of the mail that is there already is taken as well. */
export function ImportDays({ value, error, onChange }: { value: string; error?: string; onChange: (days: string) => void }) {
  const { t } = useTranslation();
  return (
    <SelectField label={t('channels.import')} error={error} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="0">{t('channels.importNone')}</option>
      {[1, 7, 30, 365].map((days) => (
        <option key={days} value={days}>
          {t('channels.importDays', { count: days })}
        </option>
      ))}
    </SelectField>
  );
}
