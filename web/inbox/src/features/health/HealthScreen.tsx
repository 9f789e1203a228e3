import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskHealth } from '@shared/api/schema';
import { usePath } from '@shared/router';
import { Ago } from '@shared/ui/Ago';
import { Banner, LoadError } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useHealth } from './api';
import { ChannelList } from './ChannelList';
import { DayChart } from './DayChart';
import styles from './HealthScreen.module.css';
import { Now } from './Now';
import { OutboxList } from './OutboxList';
import { ProblemList } from './ProblemList';
import { isFine } from './standing';

/** How the desk stands: what waits, what is late, who is silent, how the day went, and what failed. */
export default function HealthScreen() {
  const { t } = useTranslation();
  const problems = usePath() === '/admin/problems';
  const health = useHealth();
  const list = useRef<HTMLElement>(null);
  const known = health.data !== undefined;

  useEffect(() => {
    if (problems && known) list.current?.scrollIntoView();
  }, [problems, known]);

  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('health.title')}</h1>
        <p>{t('health.lead')}</p>
      </header>
      {health.data ? (
        <Standing health={health.data} stale={health.isError} />
      ) : health.isError ? (
        <LoadError what={t('health.failed')} error={health.error} onRetry={() => void health.refetch()} />
      ) : (
        <Loading className={styles.sections}>
          <Skeleton height={40} />
          <div className={styles.tiles}>
            <Skeleton height={104} />
            <Skeleton height={104} />
            <Skeleton height={104} />
            <Skeleton height={104} />
          </div>
          <Skeleton height={190} />
        </Loading>
      )}
      <section className={styles.section} aria-labelledby="outbox">
        <h2 id="outbox">{t('talk.outbox')}</h2>
        <p className={styles.lead}>{t('talk.outboxLead')}</p>
        <OutboxList />
      </section>
      <section ref={list} className={styles.section} aria-labelledby="problems">
        <h2 id="problems">{t('problems.title')}</h2>
        <p className={styles.lead}>{t('problems.lead')}</p>
        <ProblemList />
      </section>
    </main>
  );
}

function Standing({ health: { now, hours }, stale }: { health: DeskHealth; stale: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.sections}>
      {stale ? (
        <Banner tone="warn">
          {t('health.stale')} <Ago at={now.at} style="moment" />
        </Banner>
      ) : isFine(now) ? (
        <Banner tone="good">{t('health.fine')}</Banner>
      ) : (
        <Banner tone="warn">{t('health.look')}</Banner>
      )}
      <Now state={now} />
      <section className={page.card} aria-labelledby="day">
        <h2 id="day">{t('health.day')}</h2>
        <DayChart at={now.at} hours={hours} />
      </section>
      <section className={page.card} aria-labelledby="heard">
        <h2 id="heard">{t('channels.title')}</h2>
        <ChannelList state={now} />
      </section>
    </div>
  );
}
