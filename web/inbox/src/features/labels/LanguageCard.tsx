import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/i18n/format';
import type { LanguageFigures } from '@shared/api/schema';
import page from '@shared/ui/Page.module.css';
import { cx } from '@shared/ui/cx';
import styles from './LabelsScreen.module.css';

/** How well the labels of one language are told, the most used first. */
export function LanguageCard({ figures, fewest }: { figures: LanguageFigures; fewest: number }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const language = new Intl.DisplayNames(i18n.language, { type: 'language' }).of(figures.language) ?? figures.language;
  const share = (value: number | null) => (value === null ? '–' : new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(value));
  const standing = (examples: number) => (examples < fewest ? t('labels.few', { count: fewest }) : t('labels.unsure'));
  return (
    <section className={page.card} aria-label={language}>
      <header className={page.cardHeader}>
        <h2>{language}</h2>
        <span className={styles.sum}>{t('labels.sum', { precision: share(figures.precision), coverage: share(figures.coverage) })}</span>
      </header>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('labels.label')}</th>
              <th scope="col">{t('labels.examples')}</th>
              <th scope="col" title={t('labels.precisionHint')}>
                {t('labels.precision')}
              </th>
              <th scope="col" title={t('labels.coverageHint')}>
                {t('labels.coverage')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.labels.map(({ label, examples, suggested, precision, coverage }) => (
              <tr key={label} className={cx(!suggested && styles.silent)}>
                <th scope="row">{label}</th>
                <td>{format.number(examples)}</td>
                {suggested ? (
                  <>
                    <td>{share(precision)}</td>
                    <td>{share(coverage)}</td>
                  </>
                ) : (
                  <td colSpan={2}>{standing(examples)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
