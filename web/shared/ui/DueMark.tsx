import { useTranslation } from 'react-i18next';
import type { SlaTarget } from '../api/schema';
import { Ago, useNow } from './Ago';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './DueMark.module.css';

const around = 2 * Math.PI * 5;

/** How much of a promise's time is left, as a ring that empties. */
function Ring({ since, dueAt }: { since: string; dueAt: string }) {
  const [from, to] = [Date.parse(since), Date.parse(dueAt)];
  const left = Math.min(1, Math.max(0, (to - useNow()) / Math.max(1, to - from)));
  return (
    <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true" className={styles.ring}>
      <circle cx="6.5" cy="6.5" r="5" className={styles.spent} />
      <circle cx="6.5" cy="6.5" r="5" strokeDasharray={`${left * around} ${around}`} transform="rotate(-90 6.5 6.5)" />
    </svg>
  );
}

/** When the next promise is broken, or that it was; says nothing where nothing is promised. */
export function DueMark({ targets, whole = false }: { targets: SlaTarget[]; whole?: boolean }) {
  const { t } = useTranslation();
  return (whole ? targets : targets.slice(0, 1)).map(({ kind, since, dueAt, warned, breached }) => (
    <span key={kind} className={cx(styles.due, warned && styles.soon, breached && styles.missed)} title={t(`slaKind.${kind}`)}>
      {breached ? <Icon name="alert" size={13} /> : <Ring since={since} dueAt={dueAt} />}
      {whole && `${t(`slaKind.${kind}`)}: `}
      {breached && `${t('sla.missed')} `}
      <Ago at={dueAt} style="moment" />
    </span>
  ));
}
