import { useTranslation } from 'react-i18next';
import type { Poisoned } from '@shared/api/schema';
import { Ago } from '@shared/ui/Ago';
import { Button } from '@shared/ui/Button';
import { Banner, LoadError, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { tell } from '@shared/ui/toast';
import { useProblems, useRetryProblem } from './api';
import styles from './ProblemList.module.css';

/** What could not be processed, why, and a way to try it again. */
export function ProblemList() {
  const { t } = useTranslation();
  const problems = useProblems();
  if (!problems.data)
    return problems.isError ? (
      <LoadError what={t('problems.failed')} error={problems.error} onRetry={() => void problems.refetch()} />
    ) : (
      <Loading className={styles.list}>
        <Skeleton height={120} />
      </Loading>
    );
  if (problems.data.length === 0) return <Banner tone="good">{t('problems.empty')}</Banner>;
  return (
    <>
      <ul className={styles.list}>
        {problems.data.map((problem) => (
          <ProblemCard key={problem.id} problem={problem} />
        ))}
      </ul>
      {problems.hasNextPage && (
        <Button className={styles.more} disabled={problems.isFetchingNextPage} onClick={() => void problems.fetchNextPage()}>
          {problems.isFetchingNextPage ? t('loading') : t('problems.more')}
        </Button>
      )}
    </>
  );
}

function ProblemCard({ problem }: { problem: Poisoned }) {
  const { t } = useTranslation();
  const reason = useReason();
  const retry = useRetryProblem();
  return (
    <li className={page.card}>
      <header className={styles.header}>
        <div className={styles.title}>
          <h3>{problem.reason}</h3>
          <p className={styles.facts}>
            <span>{t('problems.attempts', { count: problem.attempts })}</span>
            <span>
              {t('problems.first')} <Ago at={problem.firstAt} style="moment" />
            </span>
            <span>
              {t('problems.last')} <Ago at={problem.at} style="moment" />
            </span>
            <code>{problem.queue}</code>
          </p>
        </div>
        <Button
          icon="refresh"
          busy={retry.isPending}
          disabled={retry.isPending}
          onClick={() => retry.mutate(problem.id, { onSuccess: () => tell(t('problems.retried')), onError: (error) => tell(reason(error), { tone: 'bad' }) })}
        >
          {t('problems.retry')}
        </Button>
      </header>
      {problem.preview && <pre className={styles.preview}>{problem.preview}</pre>}
    </li>
  );
}
