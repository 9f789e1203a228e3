import { useTranslation } from 'react-i18next';
import { useStoreSettings } from '@/features/stores/api';
import { useFormat } from '@shared/i18n/format';
import { LoadError } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useSpamLearning } from './api';
import { BlockList } from './BlockList';
import { StoreGuard } from './StoreGuard';

/** How each store is guarded against spam, who is blocked, and how much the desk has learned. */
export default function SpamScreen() {
  const { t } = useTranslation();
  const stores = useStoreSettings();
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('spam.title')}</h1>
        <p>{t('spam.lead')}</p>
      </header>
      {stores.data ? (
        stores.data.map((store) => <StoreGuard key={store.id} store={store} />)
      ) : stores.isError ? (
        <LoadError what={t('spam.failed')} error={stores.error} onRetry={() => void stores.refetch()} />
      ) : (
        <Loading>
          <Skeleton height={180} />
        </Loading>
      )}
      <BlockList />
      <Learned />
    </main>
  );
}

function Learned() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useSpamLearning();
  if (!data) return null;
  const knows = Math.min(data.spam, data.wanted) >= data.fewest;
  return (
    <section className={page.card} aria-label={t('spam.learned')}>
      <h2>{t('spam.learned')}</h2>
      <p>{t('spam.learnedFrom', { spam: format.number(data.spam), wanted: format.number(data.wanted), words: format.number(data.words) })}</p>
      <p>{knows ? t('spam.knows') : t('spam.needs', { fewest: format.number(data.fewest) })}</p>
    </section>
  );
}
