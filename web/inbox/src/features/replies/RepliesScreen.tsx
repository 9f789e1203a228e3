import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedReply } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Banner, Empty, LoadError, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import styles from '@shared/ui/Place.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useDeleteReply, useReplies } from './api';
import own from './Replies.module.css';
import { ReplyForm } from './ReplyForm';

/** Words that are written again and again: everybody's and one's own, by folder. */
export default function RepliesScreen() {
  const { t } = useTranslation();
  const replies = useReplies();
  const [adding, setAdding] = useState(false);
  const folders = [...new Set(replies.data?.map(({ folder }) => folder))];
  const add = (
    <Button icon="plus" className={styles.add} onClick={() => setAdding(true)}>
      {t('replies.add')}
    </Button>
  );
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('replies.title')}</h1>
        <p>{t('replies.lead')}</p>
      </header>
      {replies.data ? (
        <>
          {folders.map((folder) => (
            <section key={folder} className={own.folder} aria-label={folder || t('replies.title')}>
              {folder && <h2>{folder}</h2>}
              <ul className={styles.list}>
                {replies.data
                  .filter((reply) => reply.folder === folder)
                  .map((reply) => (
                    <ReplyCard key={reply.id} reply={reply} />
                  ))}
              </ul>
            </section>
          ))}
          {adding ? (
            <section className={page.card} aria-label={t('replies.add')}>
              <h2>{t('replies.add')}</h2>
              <ReplyForm onDone={() => setAdding(false)} />
            </section>
          ) : replies.data.length === 0 ? (
            <Empty icon="form" title={t('replies.empty')} action={add}>
              {t('replies.emptyLead')}
            </Empty>
          ) : (
            add
          )}
        </>
      ) : replies.isError ? (
        <LoadError what={t('replies.failed')} error={replies.error} onRetry={() => void replies.refetch()} />
      ) : (
        <Loading className={styles.list}>
          <Skeleton height={90} />
        </Loading>
      )}
    </main>
  );
}

function ReplyCard({ reply }: { reply: SavedReply }) {
  const { t } = useTranslation();
  const reason = useReason();
  const remove = useDeleteReply(reply.id);
  const [editing, setEditing] = useState(false);
  return (
    <li className={page.card}>
      <header className={styles.header}>
        <h3 className={styles.name}>
          {reply.name}
          {!reply.shared && <span className={styles.facts}>{t('replies.mine')}</span>}
        </h3>
        {reply.own && !editing && (
          <div className={styles.ends}>
            <Button size="s" onClick={() => setEditing(true)} aria-label={`${t('place.edit')}: ${reply.name}`}>
              {t('place.edit')}
            </Button>
            <Button size="s" busy={remove.isPending} disabled={remove.isPending} onClick={() => remove.mutate()} aria-label={`${t('rules.delete')}: ${reply.name}`}>
              {t('rules.delete')}
            </Button>
          </div>
        )}
      </header>
      {remove.isError && (
        <Banner tone="bad" live="assertive">
          {reason(remove.error)}
        </Banner>
      )}
      {editing ? (
        <ReplyForm reply={reply} onDone={() => setEditing(false)} />
      ) : (
        Object.entries(reply.texts).map(([language, text]) => (
          <p key={language} lang={language} className={own.text}>
            {text}
          </p>
        ))
      )}
    </li>
  );
}
