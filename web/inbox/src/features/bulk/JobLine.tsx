import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/i18n/format';
import { Button, IconButton } from '@shared/ui/Button';
import { Icon } from '@shared/ui/Icon';
import { putAway, type Begun } from './begun';
import styles from './JobLine.module.css';
import { useJob } from './useJob';

const Results = lazy(() => import('./Results'));

/** Where everything went well, the line goes by itself after this many ms. */
const stays = 20_000;

/** How far work on many tickets is, while one goes on with something else; then what became of it. */
export default function JobLine({ begun, hrefOf }: { begun: Begun; hrefOf: (ticketId: string) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { job, done, canUndo, undo, stop } = useJob(begun);
  const [shown, setShown] = useState(false);
  const ended = job !== undefined && job.state !== 'running';
  const failed = (job?.results.length ?? 0) - done.length;
  const fine = ended && failed === 0 && job.state === 'done';

  useEffect(() => {
    if (!fine || shown) return;
    const timer = setTimeout(putAway, stays);
    return () => clearTimeout(timer);
  }, [fine, shown]);

  if (!job) return null;
  const total = job.total ?? job.results.length;
  return (
    <section className={styles.line} aria-label={t('bulk.work')}>
      <Icon name={!ended ? 'refresh' : failed > 0 ? 'alert' : 'check'} />
      <p role="status" className={styles.text}>
        <b>{begun.said}</b> {!ended ? t('bulk.progress', { done: format.number(job.done), total: format.number(total) }) : t('bulk.doneCount', { count: done.length })}
        {failed > 0 && <span className={styles.failed}> {t('bulk.failedCount', { count: failed })}</span>}
        {job.state === 'stopped' && ` ${t('bulk.stopped')}`}
      </p>
      {!ended && <progress className={styles.bar} aria-label={begun.said} max={total} value={job.done} />}
      {!ended && (
        <Button size="s" onClick={() => void stop()}>
          {t('bulk.stop')}
        </Button>
      )}
      {job.results.length > 0 && (
        <Button size="s" kind="quiet" onClick={() => setShown(true)}>
          {t('bulk.results')}
        </Button>
      )}
      {canUndo && (
        <Button size="s" icon="undo" onClick={() => void undo()}>
          {t('undo')}
        </Button>
      )}
      {ended && <IconButton size="s" icon="close" label={t('dismiss')} onClick={putAway} />}
      {shown && (
        <Suspense>
          <Results title={begun.said} results={job.results} hrefOf={hrefOf} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </section>
  );
}
