import { useState, type ReactNode } from 'react';
import { Button } from './Button';
import type { IconName } from './Icon';
import { Empty, LoadError } from './Notice';
import page from './Page.module.css';
import styles from './Place.module.css';
import { Loading, Skeleton } from './Skeleton';
import { Unsaved } from './LeaveGuard';

interface ListPageProps<T> {
  title: string;
  lead: string;
  /** What is said where it could not be loaded. */
  failed: string;
  /** What the button says that adds one. */
  add: string;
  query: { data: T[] | undefined; isError: boolean; error: unknown; refetch: () => unknown };
  /** Said while there is none. */
  empty?: { icon: IconName; title: string; lead: string };
  /** The form that adds one. */
  form: (done: () => void) => ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A page of things an admin adds and changes: loading, failed, empty, and as a list. */
export function ListPage<T>({ title, lead, failed, add, query, empty, form, children }: ListPageProps<T>) {
  const [adding, setAdding] = useState(false);
  const none = empty !== undefined && query.data?.length === 0;
  const button = (
    <Button icon="plus" className={none ? undefined : styles.add} onClick={() => setAdding(true)}>
      {add}
    </Button>
  );
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{title}</h1>
        <p>{lead}</p>
      </header>
      {query.data ? (
        <>
          {adding ? (
            <section className={page.card} aria-label={add}>
              <h2>{add}</h2>
              <Unsaved>{form(() => setAdding(false))}</Unsaved>
            </section>
          ) : (
            !none && button
          )}
          {children(query.data)}
          {none && !adding && (
            <Empty icon={empty.icon} title={empty.title} action={button}>
              {empty.lead}
            </Empty>
          )}
        </>
      ) : query.isError ? (
        <LoadError what={failed} error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading className={styles.list}>
          <Skeleton height={90} />
        </Loading>
      )}
    </main>
  );
}
