import styles from './StoreDot.module.css';

/** A store by its colour. Its name stands beside it, or in `label`. */
export function StoreDot({ color, label }: { color: string; label?: string }) {
  return <span className={styles.dot} role={label ? 'img' : undefined} aria-label={label} title={label} style={{ background: color }} />;
}
