import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlaPolicy } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Banner, Empty, LoadError, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import styles from '@shared/ui/Place.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useDeletePolicy, usePolicies } from './api';
import { SlaForm } from './SlaForm';
import { kinds, useSpan } from './span';

/** What is promised to customers, and what happens when it is not kept. */
export default function SlaScreen() {
  const { t } = useTranslation();
  const policies = usePolicies();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button icon="plus" className={styles.add} onClick={() => setAdding(true)}>
      {t('sla.add')}
    </Button>
  );
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('sla.title')}</h1>
        <p>{t('sla.lead')}</p>
      </header>
      {policies.data ? (
        <>
          <ol className={styles.list}>
            {policies.data.map((policy) => (
              <PolicyCard key={policy.id} policy={policy} />
            ))}
          </ol>
          {adding ? (
            <section className={page.card} aria-label={t('sla.add')}>
              <h2>{t('sla.add')}</h2>
              <SlaForm onDone={() => setAdding(false)} />
            </section>
          ) : policies.data.length === 0 ? (
            <Empty icon="clock" title={t('sla.empty')} action={add}>
              {t('sla.emptyLead')}
            </Empty>
          ) : (
            add
          )}
        </>
      ) : policies.isError ? (
        <LoadError what={t('sla.failed')} error={policies.error} onRetry={() => void policies.refetch()} />
      ) : (
        <Loading className={styles.list}>
          <Skeleton height={90} />
        </Loading>
      )}
    </main>
  );
}

function PolicyCard({ policy }: { policy: SlaPolicy }) {
  const { t } = useTranslation();
  const reason = useReason();
  const span = useSpan();
  const remove = useDeletePolicy(policy.id);
  const [editing, setEditing] = useState(false);
  const { name, businessHours } = policy.says;
  const promised = kinds.flatMap((kind) => (policy.says[kind] ? [`${t(`slaKind.${kind}`)}: ${span(policy.says[kind])}`] : []));
  return (
    <li className={page.card}>
      <header className={styles.header}>
        <h2 className={styles.name}>{name}</h2>
        {!editing && (
          <div className={styles.ends}>
            <Button size="s" onClick={() => setEditing(true)} aria-label={`${t('place.edit')}: ${name}`}>
              {t('place.edit')}
            </Button>
            <Button size="s" busy={remove.isPending} disabled={remove.isPending} onClick={() => remove.mutate(undefined)} aria-label={`${t('rules.delete')}: ${name}`}>
              {t('rules.delete')}
            </Button>
          </div>
        )}
      </header>
      {remove.isError && (
        <Banner tone="bad" live="assertive">
          {reason(remove.error)}
        </Banner>
      )}
      {editing ? (
        <SlaForm policy={policy} onDone={() => setEditing(false)} />
      ) : (
        <p className={styles.facts}>
          {promised.join(' · ')}
          <br />
          {t(businessHours ? 'sla.inHours' : 'sla.always')}
        </p>
      )}
    </li>
  );
}
