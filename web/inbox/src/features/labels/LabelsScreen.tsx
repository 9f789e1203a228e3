import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/i18n/format';
import type { LabelLearning } from '@shared/api/schema';
import { Ago } from '@shared/ui/Ago';
import { Button } from '@shared/ui/Button';
import { Banner, LoadError, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { Switch } from '@shared/ui/Switch';
import { LabelList } from './LabelList';
import { useLabelLearning, useTrainLabels, useTurnLearning } from './api';
import styles from './LabelsScreen.module.css';
import { LanguageCard } from './LanguageCard';

/** What the desk has learned of how agents label, how often it is right, and whether it labels by itself. */
export default function LabelsScreen() {
  const { t } = useTranslation();
  const learning = useLabelLearning();
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('labels.title')}</h1>
        <p>{t('labels.lead')}</p>
      </header>
      <LabelList />
      {learning.data ? (
        <>
          <Learning learning={learning.data} />
          {learning.data.languages.map((figures) => (
            <LanguageCard key={figures.language} figures={figures} fewest={learning.data.fewestOfLabel} />
          ))}
        </>
      ) : learning.isError ? (
        <LoadError what={t('labels.failed')} error={learning.error} onRetry={() => void learning.refetch()} />
      ) : (
        <Loading>
          <Skeleton height={150} />
        </Loading>
      )}
    </main>
  );
}

function Learning({ learning }: { learning: LabelLearning }) {
  const { t } = useTranslation();
  const reason = useReason();
  const format = useFormat();
  const turn = useTurnLearning();
  const train = useTrainLabels();
  const failed = [turn, train].find(({ isError }) => isError);
  return (
    <section className={page.card} aria-label={t('labels.learning')}>
      <Switch label={t('labels.auto')} hint={t('labels.autoHint')} on={turn.isPending ? turn.variables : learning.on} onChange={(on) => turn.mutate(on)} />
      {failed && (
        <Banner tone="bad" live="assertive">
          {reason(failed.error)}
        </Banner>
      )}
      <div className={styles.state}>
        <p>
          {t('labels.tickets', { count: learning.tickets, number: format.number(learning.tickets) })}{' '}
          {learning.missing > 0 && t('labels.missing', { count: learning.missing, number: format.number(learning.missing) })}{' '}
          {learning.learnedAt === null ? (
            t('labels.never')
          ) : (
            <>
              {t('labels.learnedAt')} <Ago at={learning.learnedAt} style="moment" />
            </>
          )}
        </p>
        <Button icon="refresh" busy={learning.running || train.isPending} disabled={learning.running || train.isPending} onClick={() => train.mutate()}>
          {t(learning.running ? 'labels.running' : 'labels.train')}
        </Button>
      </div>
    </section>
  );
}
