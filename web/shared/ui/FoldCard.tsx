import { useId, useState, type ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './FoldCard.module.css';
import page from './Page.module.css';

interface FoldCardProps {
  name: string;
  /** Stands before its name. */
  sign: ReactNode;
  /** Below its name. */
  facts?: ReactNode;
  /** At the end of its line. */
  side?: ReactNode;
  /** Told whether it is open or not. */
  told?: ReactNode;
  /** Open until somebody folds it. */
  begins: boolean;
  children: ReactNode;
}

/** One of several things with much to set about each: a line, and once opened all of it. What was typed stays where it is folded again. */
export function FoldCard({ name, sign, facts, side, told, begins, children }: FoldCardProps) {
  const id = useId();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? begins;
  const [built, setBuilt] = useState(open);
  if (open && !built) setBuilt(true);
  return (
    <div className={page.card}>
      <header className={styles.header}>
        {sign}
        <div className={styles.title}>
          <h2>
            <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setChosen(!open)}>
              {name}
            </button>
          </h2>
          {facts && <p className={styles.facts}>{facts}</p>}
        </div>
        {side && <p className={styles.side}>{side}</p>}
        <Icon name={open ? 'down' : 'next'} />
      </header>
      {told}
      <div id={id} className={styles.body} hidden={!open}>
        {built && children}
      </div>
    </div>
  );
}
