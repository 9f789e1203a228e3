import { useTranslation } from 'react-i18next';
import type { DomainCheck } from '@shared/api/schema';
import { cx } from '@shared/ui/cx';
import { Icon, type IconName } from '@shared/ui/Icon';
import styles from './DeliverabilityScreen.module.css';

type Standing = DomainCheck['standing'];

export const signs: Record<Standing, IconName> = { good: 'check', warn: 'alert', unknown: 'help', bad: 'close' };

/** How something stands, in a sign, a colour and words. */
export function StandingMark({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  return (
    <span className={cx(styles.mark, styles[standing])}>
      <Icon name={signs[standing]} size={14} />
      {t(`deliverability.${standing}`)}
    </span>
  );
}
