import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Store } from '@shared/api/schema';
import { languages } from '@shared/i18n';
import { TextArea } from '@shared/ui/Field';
import { Segments } from '@shared/ui/Segments';
import styles from './AnswersScreen.module.css';
import type { Answers } from './unsaved';

const sample = 1042;

const nameOf = (language: string) => languages.find(({ key }) => key === language)?.name ?? language;

interface ConfirmationTextProps {
  store: Store;
  texts: Answers['texts'];
  error: string | undefined;
  onChange: (texts: Answers['texts']) => void;
}

/** The words of a confirmation in each language, and beside them the mail that comes of them. */
export function ConfirmationText({ store, texts, error, onChange }: ConfirmationTextProps) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<Language>(() => languages.find(({ key }) => key === store.language)?.key ?? 'en');
  const text = texts[language];
  return (
    <div className={styles.confirmation}>
      <div className={styles.choice}>
        <Segments label={t('answers.language')} options={languages} chosen={language} onChoose={setLanguage} />
        <p className={styles.fact}>{t('answers.languageHint', { language: nameOf(store.language) })}</p>
      </div>
      <div className={styles.sides}>
        <TextArea
          label={t('answers.text', { language: nameOf(language) })}
          hint={t('answers.placeholders', { number: '{number}', store: '{store}' })}
          error={error}
          lang={language}
          dir="auto"
          rows={9}
          value={text}
          onChange={(event) => onChange({ ...texts, [language]: event.target.value })}
        />
        <figure className={styles.preview}>
          <figcaption>{t('answers.preview', { number: `#${sample}` })}</figcaption>
          {text.trim() === '' ? (
            <p className={styles.usual}>{t('answers.usual')}</p>
          ) : (
            <p className={styles.mail} lang={language} dir="auto">
              {text.replaceAll('{number}', `#${sample}`).replaceAll('{store}', store.name)}
            </p>
          )}
        </figure>
      </div>
    </div>
  );
}
