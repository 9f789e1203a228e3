import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupResult } from '@shared/api/schema';
import { go } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { Mark } from '@shared/ui/Mark';
import { Empty, LoadError } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { askSetup } from './api';
import styles from './Setup.module.css';
import { SetupDone, type Connecting } from './SetupDone';
import { SetupForm } from './SetupForm';

type Stage = { at: 'asking' } | { at: 'failed'; error: unknown } | { at: 'done-before' } | { at: 'form'; passwords: boolean } | { at: 'result'; result: SetupResult };

/** First run: the admin, the store, the first channel, and a test that arrives. */
export default function SetupScreen({ token, ...connecting }: Connecting & { token: string }) {
  const { t } = useTranslation();
  const [stage, setStage] = useState<Stage>({ at: 'asking' });
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    askSetup().then(
      ({ needed, passwords }) => setStage(needed ? { at: 'form', passwords } : { at: 'done-before' }),
      (error: unknown) => setStage({ at: 'failed', error }),
    );
  }, [asked]);

  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={page.header}>
          <Mark size={40} />
          {stage.at !== 'done-before' && (
            <>
              <h1>{stage.at === 'result' ? t('setup.doneTitle') : t('setup.title')}</h1>
              <p>{stage.at === 'result' ? t('setup.doneLead') : t('setup.lead')}</p>
            </>
          )}
        </header>
        {stage.at === 'asking' && (
          <Loading className={styles.form}>
            <Skeleton height={36} />
            <Skeleton height={36} />
            <Skeleton height={36} />
          </Loading>
        )}
        {stage.at === 'failed' && <LoadError what={t('setup.failed')} error={stage.error} onRetry={() => setAsked(asked + 1)} />}
        {stage.at === 'done-before' && (
          <Empty icon="check" title={t('setup.already')} action={<Button onClick={() => go('/')}>{t('setup.toSignIn')}</Button>}>
            {t('setup.alreadyLead')}
          </Empty>
        )}
        {stage.at === 'form' && <SetupForm token={token} passwords={stage.passwords} onDone={(result) => setStage({ at: 'result', result })} />}
        {stage.at === 'result' && <SetupDone result={stage.result} {...connecting} />}
      </div>
    </main>
  );
}
