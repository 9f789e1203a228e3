import { useTranslation } from 'react-i18next';
import type { SlaPolicy } from '@shared/api/schema';
import { ListCard } from '@shared/ui/ListCard';
import { ListPage } from '@shared/ui/ListPage';
import styles from '@shared/ui/Place.module.css';
import { useDeletePolicy, usePolicies } from './api';
import { SlaForm } from './SlaForm';
import { kinds, useSpan } from './span';

/** What is promised to customers, and what happens when it is not kept. */
export default function SlaScreen() {
  const { t } = useTranslation();
  const policies = usePolicies();
  return (
    <ListPage
      title={t('sla.title')}
      lead={t('sla.lead')}
      failed={t('sla.failed')}
      add={t('sla.add')}
      query={policies}
      empty={{ icon: 'clock', title: t('sla.empty'), lead: t('sla.emptyLead') }}
      form={(done) => <SlaForm onDone={done} />}
    >
      {(all) => (
        <ol className={styles.list}>
          {all.map((policy) => (
            <PolicyCard key={policy.id} policy={policy} />
          ))}
        </ol>
      )}
    </ListPage>
  );
}

function PolicyCard({ policy }: { policy: SlaPolicy }) {
  const { t } = useTranslation();
  const span = useSpan();
  const { name, businessHours } = policy.says;
  const promised = kinds.flatMap((kind) => (policy.says[kind] ? [`${t(`slaKind.${kind}`)}: ${span(policy.says[kind])}`] : []));
  return (
    <ListCard name={name} remove={useDeletePolicy(policy.id)} form={(done) => <SlaForm policy={policy} onDone={done} />}>
      <p className={styles.facts}>
        {promised.join(' · ')}
        <br />
        {t(businessHours ? 'sla.inHours' : 'sla.always')}
      </p>
    </ListCard>
  );
}
