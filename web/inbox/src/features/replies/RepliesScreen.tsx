import { useTranslation } from 'react-i18next';
import type { SavedReply } from '@shared/api/schema';
import { ListCard } from '@shared/ui/ListCard';
import { ListPage } from '@shared/ui/ListPage';
import styles from '@shared/ui/Place.module.css';
import { useDeleteReply, useReplies } from './api';
import own from './Replies.module.css';
import { ReplyForm } from './ReplyForm';

/** Words that are written again and again: everybody's and one's own, by folder. */
export default function RepliesScreen() {
  const { t } = useTranslation();
  const replies = useReplies();
  return (
    <ListPage
      title={t('replies.title')}
      lead={t('replies.lead')}
      failed={t('replies.failed')}
      add={t('replies.add')}
      query={replies}
      empty={{ icon: 'form', title: t('replies.empty'), lead: t('replies.emptyLead') }}
      form={(done) => <ReplyForm onDone={done} />}
    >
      {(all) =>
        [...new Set(all.map(({ folder }) => folder))].map((folder) => (
          <section key={folder} className={own.folder} aria-label={folder || t('replies.title')}>
            {folder && <h2>{folder}</h2>}
            <ul className={styles.list}>
              {all
                .filter((reply) => reply.folder === folder)
                .map((reply) => (
                  <ReplyCard key={reply.id} reply={reply} />
                ))}
            </ul>
          </section>
        ))
      }
    </ListPage>
  );
}

function ReplyCard({ reply }: { reply: SavedReply }) {
  const { t } = useTranslation();
  const remove = useDeleteReply(reply.id);
  return (
    <ListCard name={reply.name} mark={!reply.shared && t('replies.mine')} remove={reply.own ? remove : undefined} form={(done) => <ReplyForm reply={reply} onDone={done} />}>
      {Object.entries(reply.texts).map(([language, text]) => (
        <p key={language} lang={language} className={own.text}>
          {text}
        </p>
      ))}
    </ListCard>
  );
}
