import { useId, type ReactNode } from 'react';
import { Icon } from '@shared/ui/Icon';
import { useStored } from '@shared/ui/useStored';
import styles from './CustomerPanel.module.css';

/** A part of the panel that folds; this machine remembers which are folded. */
export function Section({ name, title, extra, children }: { name: string; title: string; extra?: ReactNode; children: ReactNode }) {
  const [folded, setFolded] = useStored(`fold:customer:${name}`, false);
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>
        <button type="button" className={styles.folder} aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          <Icon name={folded ? 'next' : 'down'} size={12} />
          {title}
          {extra}
        </button>
      </h3>
      {!folded && children}
    </section>
  );
}
