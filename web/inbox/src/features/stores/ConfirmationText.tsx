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
  /** The words for outside hours; null for a store that never closes. */
  closedTexts: Answers['closedTexts'] | null;
  error: string | undefined;
  onChange: (texts: Partial<Pick<Answers, 'texts' | 'closedTexts'>>) => void;
}

/** The words of a confirmation in each language, and beside them the mail that comes of them; those for outside hours below. */
export function ConfirmationText({ store, texts, closedTexts, error, onChange }: ConfirmationTextProps) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<Language>(() => languages.find(({ key }) => key === store.language)?.key ?? 'en');
  const name = nameOf(language);
  const number = `#${sample}`;
  const fill = (text: string) => text.replaceAll('{number}', number).replaceAll('{store}', store.name).replaceAll('{opens}', someOpening(language));
  return (
    <div className={styles.confirmation}>
      <div className={styles.choice}>
        <Segments label={t('answers.language')} options={languages} chosen={language} onChoose={setLanguage} />
        <p className={styles.fact}>{t('answers.languageHint', { language: nameOf(store.language) })}</p>
      </div>
      <Words
        label={t('answers.text', { language: name })}
        hint={t('answers.placeholders', { number: '{number}', store: '{store}' })}
        caption={t('answers.preview', { number })}
        error={error}
        language={language}
        text={texts[language]}
        mail={fill(texts[language])}
        onChange={(text) => onChange({ texts: { ...texts, [language]: text } })}
      />
      {closedTexts && (
        <section className={styles.closed}>
          <h3>{t('answers.closedNote')}</h3>
          <Words
            label={t('answers.closedText', { language: name })}
            hint={t('answers.closedPlaceholders', { opens: '{opens}', number: '{number}', store: '{store}' })}
            caption={t('answers.closedPreview', { number })}
            language={language}
            text={closedTexts[language]}
            mail={fill(closedTexts[language])}
            onChange={(text) => onChange({ closedTexts: { ...closedTexts, [language]: text } })}
          />
        </section>
      )}
    </div>
  );
}

/** A Monday at nine, as a preview writes it. */
const someOpening = (language: Language) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1, 9));

interface WordsProps {
  label: string;
  hint: string;
  caption: string;
  error?: string;
  language: Language;
  text: string;
  /** The text as it would be sent. */
  mail: string;
  onChange: (text: string) => void;
}

function Words({ label, hint, caption, error, language, text, mail, onChange }: WordsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.sides}>
      <TextArea label={label} hint={hint} error={error} lang={language} dir="auto" rows={9} value={text} onChange={(event) => onChange(event.target.value)} />
      <figure className={styles.preview}>
        <figcaption>{caption}</figcaption>
        {text.trim() === '' ? (
          <p className={styles.usual}>{t('answers.usual')}</p>
        ) : (
          <p className={styles.mail} lang={language} dir="auto">
            {mail}
          </p>
        )}
      </figure>
    </div>
  );
}
