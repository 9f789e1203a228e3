import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import styles from './Pill.module.css';

/** How something stands, in a sign, a colour and words. */
export function Pill({ icon, tone, children }: { icon?: IconName; tone: 'good' | 'warn' | 'bad' | 'plain'; children: ReactNode }) {
  return (
    <span className={cx(styles.pill, styles[tone])}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
