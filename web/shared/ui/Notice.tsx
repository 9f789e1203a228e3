import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '../api/problem';
import { Button } from './Button';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import styles from './Notice.module.css';

interface NoticeProps {
  icon?: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** An empty place that says what to do next. */
export function Empty({ icon = 'inbox', title, children, action }: NoticeProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.sign}>
        <Icon name={icon} size={22} />
      </span>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

type Tone = 'info' | 'warn' | 'bad' | 'good';

const signs: Record<Tone, IconName> = { info: 'help', warn: 'alert', bad: 'alert', good: 'check' };

/** A strip that tells something without stopping anybody. */
export function Banner({ tone = 'info', children, action, live = 'polite' }: { tone?: Tone; children: ReactNode; action?: ReactNode; live?: 'polite' | 'assertive' }) {
  return (
    <div role={live === 'assertive' ? 'alert' : 'status'} className={cx(styles.banner, styles[tone])}>
      <Icon name={signs[tone]} />
      <div className={styles.text}>{children}</div>
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  );
}

/** An error as a sentence: what the server said, or that it could not be reached. */
export function useReason() {
  const { t } = useTranslation();
  return (error: unknown) => {
    if (error instanceof Unreachable) return t('error.unreachable');
    if (error instanceof Problem) return [error.message, error.detail].filter(Boolean).join(' ');
    return t('error.unknown');
  };
}

/** What could not be loaded, why, and a way to try again. Loading loses nothing. */
export function LoadError({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  return (
    <div role="alert" className={styles.empty}>
      <span className={cx(styles.sign, styles.badSign)}>
        <Icon name="alert" size={22} />
      </span>
      <h2>{what}</h2>
      <p>
        {reason(error)} {t('error.nothingLost')}
      </p>
      <Button icon="refresh" onClick={onRetry}>
        {t('retry')}
      </Button>
    </div>
  );
}
