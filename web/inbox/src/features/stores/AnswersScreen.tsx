import { useTranslation } from 'react-i18next';
import { LoadError } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import styles from './AnswersScreen.module.css';
import { useStoreSettings } from './api';
import { StoreAnswers } from './StoreAnswers';

/** What each store tells its customers by itself, and when a closed ticket is over. */
export default function AnswersScreen() {
  const { t } = useTranslation();
  const stores = useStoreSettings();
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('answers.title')}</h1>
        <p>{t('answers.lead')}</p>
      </header>
      {stores.data ? (
        <div className={styles.list}>
          {stores.data.map((store) => (
            <StoreAnswers key={store.id} store={store} named={stores.data.length > 1} />
          ))}
        </div>
      ) : stores.isError ? (
        <LoadError what={t('answers.failed')} error={stores.error} onRetry={() => void stores.refetch()} />
      ) : (
        <Loading className={styles.list}>
          <Skeleton height={240} />
        </Loading>
      )}
    </main>
  );
}
