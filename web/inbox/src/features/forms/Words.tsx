import { useTranslation } from 'react-i18next';
import type { Language } from '@shared/api/schema';
import { named } from '@shared/i18n';
import { TextArea, TextField } from '@shared/ui/Field';
import type { Texts } from './draft';

interface WordsProps {
  label: string;
  texts: Texts | undefined;
  language: Language;
  onChange: (texts: Texts) => void;
  error?: string;
  long?: boolean;
  usual?: string;
}

/** One text in the language that is being written; empty, it shows what visitors get instead. */
export function Words({ label, texts = {}, language, onChange, error, long, usual }: WordsProps) {
  const { t } = useTranslation();
  const fallback = named(texts, language) || usual;
  const shared = {
    label,
    lang: language,
    dir: 'auto' as const,
    error,
    value: texts[language] ?? '',
    placeholder: fallback,
    hint: !texts[language] && Object.keys(texts).length > 0 ? t('forms.fallback') : undefined,
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...texts, [language]: target.value }),
  };
  return long ? <TextArea rows={3} {...shared} /> : <TextField {...shared} />;
}
