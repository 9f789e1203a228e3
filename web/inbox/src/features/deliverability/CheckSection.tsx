import { useTranslation } from 'react-i18next';
import type { DeliverabilityCheck, RecordToAdd } from '@shared/api/schema';
import { CopyField } from '@shared/ui/CopyField';
import { Icon } from '@shared/ui/Icon';
import page from '@shared/ui/Page.module.css';
import styles from './DeliverabilityScreen.module.css';
import { signs, StandingMark } from './StandingMark';

/** One check: what was found in plain words, the records as they are, and the ones to paste. */
export function CheckSection({ check }: { check: DeliverabilityCheck }) {
  const { t } = useTranslation();
  return (
    <section className={styles.check}>
      <header className={page.cardHeader}>
        <h3>{t(`deliverability.${check.kind}`)}</h3>
        <StandingMark standing={check.standing} />
      </header>
      <ul className={styles.findings}>
        {check.standing === 'good' && (
          <li className={styles.good}>
            <Icon name={signs.good} size={14} />
            <span>{t(`deliverability.${check.kind}Good`)}</span>
          </li>
        )}
        {check.findings.map(({ code, standing, value, at }) => (
          <li key={`${code} ${at} ${value}`} className={standing === 'good' ? styles.hint : styles[standing]}>
            {standing !== 'good' && <Icon name={signs[standing]} size={14} />}
            <span>{t(`deliverability.${code}`, { value: value ?? '', at })}</span>
          </li>
        ))}
      </ul>
      {check.add.map((record) => (
        <Add key={record.name} record={record} />
      ))}
      {check.found.length > 0 && (
        <details className={styles.found}>
          <summary>{t('deliverability.found')}</summary>
          <ul>
            {check.found.map(({ type, name, value }, index) => (
              <li key={index}>
                <code>
                  {name} {type} {value}
                </code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Add({ record }: { record: RecordToAdd }) {
  const { t } = useTranslation();
  return (
    <div className={styles.add}>
      <p className={styles.what}>{record.replaces ? t('deliverability.replace') : t('deliverability.add')}</p>
      <p>
        {t('deliverability.type')}: <strong>{record.type}</strong>
      </p>
      <CopyField label={t('deliverability.name')} value={record.name} />
      <CopyField label={t('deliverability.value')} value={record.value} />
    </div>
  );
}
