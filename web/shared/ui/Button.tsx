import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

interface Look {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 's' | 'm';
  icon?: IconName;
  busy?: boolean;
}

export function Button({ kind = 'plain', size = 'm', icon, busy = false, className, children, disabled, type = 'button', ...rest }: Look & ComponentProps<'button'>) {
  return (
    <button {...rest} type={type} disabled={disabled} aria-busy={busy || undefined} className={cx(styles.button, styles[kind], styles[size], className)}>
      {icon && <Icon name={icon} size={size === 's' ? 14 : 16} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  icon: IconName;
  /** Said to readers and shown on hover. */
  label: string;
  /** The key that does the same. */
  shortcut?: string;
  size?: 's' | 'm';
  children?: ReactNode;
}

export function IconButton({ icon, label, shortcut, size = 'm', className, type = 'button', children, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${label} (${shortcut})` : label}
      className={cx(styles.button, styles.quiet, styles.icon, styles[size], className)}
    >
      <Icon name={icon} size={size === 's' ? 14 : 17} />
      {children}
    </button>
  );
}
