import type { Category } from '../api/schema';
import { cx } from './cx';
import styles from './StateMark.module.css';

const shapes: Record<Category, React.ReactNode> = {
  new: <path d="M6 .8 11.2 6 6 11.2 .8 6Z" fill="currentColor" />,
  open: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
  waiting: <path d="M6 2v4l2.5 1.5M10.5 6a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />,
  closed: <path d="m2 6.5 2.8 2.800L10 3.5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />,
  archived: <path d="M1.5 2.500h9v2.200h-9zM2.5 5v4.500h7V5M5 7h2" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" />,
};

/** A state by its name, a shape and a colour; without its ground where there is little room. */
export function StateMark({ category, name, bare }: { category: Category; name: string; bare?: boolean }) {
  return (
    <span className={cx(styles.mark, styles[category], bare && styles.bare)} title={name}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {shapes[category]}
      </svg>
      <span className={styles.name}>{name}</span>
    </span>
  );
}
