import { useTranslation } from 'react-i18next';
import type { OutboxAnswer } from '@shared/api/schema';
import { isReachable } from '@shared/i18n/usePerson';
import { Link } from '@shared/router';
import { Ago } from '@shared/ui/Ago';
import { Button } from '@shared/ui/Button';
import { Icon } from '@shared/ui/Icon';
import { Banner, LoadError, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { sourceIcon } from '@shared/ui/source';
import { tell } from '@shared/ui/toast';
import { useOutbox, useSendAgain } from './api';
import styles from './ProblemList.module.css';

/** Answers that have not arrived: those that failed, to be sent again, and those on their way with why they are still here. */
export function OutboxList() {
  const { t } = useTranslation();
  const outbox = useOutbox();
  if (!outbox.data)
    return outbox.isError ? (
      <LoadError what={t('talk.outboxLoad')} error={outbox.error} onRetry={() => void outbox.refetch()} />
    ) : (
      <Loading className={styles.list}>
        <Skeleton height={90} />
      </Loading>
    );
  const { failed, waiting } = outbox.data;
  if (failed.length + waiting.length === 0) return <Banner tone="good">{t('talk.outboxEmpty')}</Banner>;
  return (
    <ul className={styles.list}>
      {[...failed, ...waiting].map((answer) => (
        <AnswerCard key={answer.messageId} answer={answer} />
      ))}
    </ul>
  );
}

function AnswerCard({ answer }: { answer: OutboxAnswer }) {
  const { t } = useTranslation();
  const reason = useReason();
  const again = useSendAgain();
  const failed = answer.state === 'failed';
  const to = answer.to.filter(isReachable).map(({ address }) => address);
  return (
    <li className={page.card}>
      <header className={styles.header}>
        <div className={styles.title}>
          <h3>
            <Icon name={failed ? 'alert' : sourceIcon(answer.channelKind)} size={14} /> <Link to={`/tickets/${answer.ticketId}#${answer.messageId}`}>{`#${answer.number} ${answer.subject || t('row.noSubject')}`}</Link>
          </h3>
          <p className={styles.facts}>
            <span>{failed ? t('delivery.failed') : answer.state === 'sending' ? t('delivery.sending') : t('delivery.queued')}</span>
            {to.length > 0 && <span>{t('message.to', { names: to.join(', ') })}</span>}
            <span>
              {t('talk.written')} <Ago at={answer.writtenAt} style="moment" />
            </span>
            {answer.attempts > 0 && <span>{t('problems.attempts', { count: answer.attempts })}</span>}
            {answer.dueAt && answer.attempts > 0 && (
              <span>
                {t('talk.nextTry')} <Ago at={answer.dueAt} style="moment" />
              </span>
            )}
          </p>
          {answer.error && <p>{answer.error}</p>}
        </div>
        {failed && (
          <Button
            icon="refresh"
            busy={again.isPending}
            disabled={again.isPending}
            onClick={() => again.mutate(answer, { onSuccess: () => tell(t('talk.sendsAgain')), onError: (error) => tell(`${reason(error)} ${t('error.nothingLost')}`, { tone: 'bad' }) })}
          >
            {t('delivery.retry')}
          </Button>
        )}
      </header>
    </li>
  );
}
