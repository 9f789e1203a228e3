import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@shared/api/problem';
import type { DomainCheck } from '@shared/api/schema';
import { Banner, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { useDomain, type Told } from './api';
import { CheckSection } from './CheckSection';
import styles from './DeliverabilityScreen.module.css';
import { StandingMark } from './StandingMark';
import { TellForm } from './TellForm';

/** One domain: how it stands, its checks, and a way to say more about its mail server. */
export function DomainCard({ known }: { known: DomainCheck }) {
  const { t } = useTranslation();
  const reason = useReason();
  const id = useId();
  const [told, setTold] = useState<Told | null>(null);
  const asked = useDomain(known.domain, told);
  const check = asked.data ?? known;
  const faults = asked.error instanceof Problem ? asked.error.errors : {};

  return (
    <section className={page.card} aria-labelledby={id} aria-busy={asked.isFetching || undefined}>
      <header className={page.cardHeader}>
        <h2 id={id}>{check.domain}</h2>
        <StandingMark standing={check.standing} />
      </header>
      {check.checks.some(({ add }) => add.length > 0) && <p className={styles.quiet}>{t('deliverability.nameHint', { domain: check.domain })}</p>}
      <div className={styles.checks}>
        {check.checks.map((one) => (
          <CheckSection key={one.kind} check={one} />
        ))}
      </div>
      <details className={styles.tell}>
        <summary>{t('deliverability.details')}</summary>
        <TellForm busy={asked.isFetching} faults={faults} onTell={setTold} />
      </details>
      {asked.isError && !faults.include && !faults.selector && (
        <Banner tone="bad" live="assertive">
          {reason(asked.error)}
        </Banner>
      )}
    </section>
  );
}
