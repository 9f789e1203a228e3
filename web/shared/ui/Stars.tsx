import { useTranslation } from 'react-i18next';
import styles from './Stars.module.css';

/** How a customer rated, 1 to 5; as stars for the eye and in words for readers. `short` says one star and the number. */
export function Stars({ stars, short = false }: { stars: number; short?: boolean }) {
  const { t } = useTranslation();
  const words = t('rating.stars', { count: stars });
  return (
    <span className={styles.stars} role="img" aria-label={words} title={words}>
      {short ? `★ ${stars}` : '★'.repeat(stars) + '☆'.repeat(5 - stars)}
    </span>
  );
}
