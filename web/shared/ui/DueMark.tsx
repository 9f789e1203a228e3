import { useTranslation } from 'react-i18next';
import type { SlaTarget } from '../api/schema';
import { Ago } from './Ago';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './DueMark.module.css';

/** When the next promise is broken, or that it was; says nothing where nothing is promised. */
export function DueMark({ targets, whole = false }: { targets: SlaTarget[]; whole?: boolean }) {
  const { t } = useTranslation();
  return (whole ? targets : targets.slice(0, 1)).map(({ kind, dueAt, warned, breached }) => (
    <span key={kind} className={cx(styles.due, warned && styles.soon, breached && styles.missed)} title={t(`slaKind.${kind}`)}>
      <Icon name={breached ? 'alert' : 'clock'} size={13} />
      {whole && `${t(`slaKind.${kind}`)}: `}
      {breached && `${t('sla.missed')} `}
      <Ago at={dueAt} style="moment" />
    </span>
  ));
}
