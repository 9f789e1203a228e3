import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { cx } from './cx';
import { Icon } from './Icon';

/** A small labelled thing; with `onRemove` it can be taken away. */
export function Chip({ children, title, onRemove, removeLabel, className, color }: { children: ReactNode; title?: string; color?: string; onRemove?: () => void; removeLabel?: string; className?: string }) {
  return (
    <span className={cx(styles.chip, className)} title={title} style={color ? { boxShadow: `inset 3px 0 ${color}` } : undefined}>
      <span className={styles.text}>{children}</span>
      {onRemove && (
        <button type="button" className={styles.remove} aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  );
}
