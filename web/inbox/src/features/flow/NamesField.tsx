import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Names } from '@shared/api/schema';
import { languages, named } from '@shared/i18n';
import { SelectField, TextField } from '@shared/ui/Field';
import styles from './FlowScreen.module.css';

/** A name in each language, one at a time; where it is missing, readers get another. */
export function NamesField({ label, names, error, onChange }: { label: string; names: Names; error?: string; onChange: (names: Names) => void }) {
  const { t, i18n } = useTranslation();
  const [language, setLanguage] = useState(i18n.language as Language);
  const own: Partial<Record<Language, string>> = names;
  const change = (text: string) => {
    const others = Object.entries(own).filter(([key]) => key !== language);
    onChange(Object.fromEntries(text === '' ? others : [...others, [language, text]]));
  };
  return (
    <div className={styles.names}>
      <TextField label={label} lang={language} maxLength={60} error={error} placeholder={named(names, language)} value={own[language] ?? ''} onChange={({ target }) => change(target.value)} />
      <SelectField label={t('user.language')} value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
        {languages.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
