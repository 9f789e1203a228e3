import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { go } from '@shared/router';
import { Ago } from '@shared/ui/Ago';
import { Button } from '@shared/ui/Button';
import { Empty, LoadError } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useDeliverability } from './api';
import styles from './DeliverabilityScreen.module.css';
import { DomainCard } from './DomainCard';

/** Whether other mail servers trust the desk's domains, and what to add where they do not. */
export default function DeliverabilityScreen() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const report = useDeliverability();
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('deliverability.title')}</h1>
        <p>{t('deliverability.lead')}</p>
      </header>
      {report.data ? (
        report.data.domains.length === 0 ? (
          <Empty icon="mail" title={t('deliverability.empty')} action={<Button onClick={() => go('/settings/channels')}>{t('deliverability.toChannels')}</Button>}>
            {t('deliverability.emptyLead')}
          </Empty>
        ) : (
          <>
            <div className={styles.bar}>
              <Button icon="refresh" busy={report.isFetching} disabled={report.isFetching} onClick={() => void client.invalidateQueries({ queryKey: ['deliverability'] })}>
                {t('deliverability.again')}
              </Button>
              <p className={styles.quiet}>
                {t('deliverability.checked')} <Ago at={report.data.at} style="moment" />
                <br />
                {t('deliverability.patience')}
              </p>
            </div>
            {report.data.domains.map((domain) => (
              <DomainCard key={domain.domain} known={domain} />
            ))}
          </>
        )
      ) : report.isError ? (
        <LoadError what={t('deliverability.failed')} error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <Loading className={styles.checks}>
          <Skeleton height={36} />
          <Skeleton height={420} />
        </Loading>
      )}
    </main>
  );
}
