import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AskDelete } from './AskDelete';
import { Button } from './Button';
import { Banner, useReason } from './Notice';
import page from './Page.module.css';
import styles from './Place.module.css';
import { Unsaved } from './LeaveGuard';

interface ListCardProps {
  name: string;
  /** Beside the name. */
  mark?: ReactNode;
  /** Beside the buttons. */
  more?: ReactNode;
  /** Given where it may be changed and deleted. */
  remove?: { isPending: boolean; isError: boolean; error: unknown; mutate: () => void };
  form: (done: () => void) => ReactNode;
  children: ReactNode;
}

/** One thing of such a page, which becomes its form when it is changed. */
export function ListCard({ name, mark, more, remove, form, children }: ListCardProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <li className={page.card}>
      <header className={styles.header}>
        <h2 className={styles.name}>
          {name}
          {mark && <span className={styles.facts}>{mark}</span>}
        </h2>
        {remove && !editing && (
          <div className={styles.ends}>
            {more}
            <Button size="s" onClick={() => setEditing(true)} aria-label={`${t('place.edit')}: ${name}`}>
              {t('place.edit')}
            </Button>
            <Button size="s" busy={remove.isPending} disabled={remove.isPending} onClick={() => setAsking(true)} aria-label={`${t('place.delete')}: ${name}`}>
              {t('place.delete')}
            </Button>
          </div>
        )}
      </header>
      {remove?.isError && (
        <Banner tone="bad" live="assertive">
          {reason(remove.error)}
        </Banner>
      )}
      {asking && remove && <AskDelete name={name} onDelete={remove.mutate} onClose={() => setAsking(false)} />}
      {editing ? <Unsaved>{form(() => setEditing(false))}</Unsaved> : children}
    </li>
  );
}
