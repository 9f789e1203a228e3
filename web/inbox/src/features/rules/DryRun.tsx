import { useTranslation } from 'react-i18next';
import type { Job } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Link } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { useJob, useStopJob } from './api';
import own from './Rules.module.css';

/** How far a rule was held against past tickets, and which it would have acted on. */
export function DryRun({ begun }: { begun: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const job = useJob(begun).data ?? begun;
  const stop = useStopJob(begun.id);
  const [done, total, fits] = [job.done, job.total ?? job.done, job.fits ?? 0].map(format.number);
  return (
    <section className={own.trial} aria-label={t('rules.try')} aria-live="polite">
      {job.state === 'running' ? (
        <div className={own.running}>
          <progress max={job.total ?? undefined} value={job.done} aria-label={t('rules.try')} />
          <span>{t('rules.trying', { done, total })}</span>
          <Button size="s" busy={stop.isPending} onClick={() => stop.mutate()}>
            {t('rules.stop')}
          </Button>
        </div>
      ) : (
        <p>{t('rules.tried', { total: done, fits })}</p>
      )}
      {job.results.length > 0 && (
        <>
          <p className={own.quiet}>{t('rules.triedFirst')}</p>
          <ul>
            {job.results.map(({ id, number, sentence }) => (
              <li key={id}>
                <Link to={`/tickets/${id}`}>
                  #{number} {sentence}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
