import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button';
import { cx } from './cx';
import { dismiss, toasts, type Toast } from './toast';
import styles from './Toasts.module.css';

function Way({ toast, label, run }: { toast: Toast; label: string; run: () => void }) {
  return (
    <Button
      size="s"
      className={styles.undo}
      onClick={() => {
        dismiss(toast.id);
        run();
      }}
    >
      {label}
    </Button>
  );
}

/** Where toasts appear. Mounted once. */
export function Toasts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <div role="status" className={styles.toasts}>
      {shown.map((toast) => (
        <div key={toast.id} className={cx(styles.toast, toast.tone === 'bad' && styles.bad)}>
          <span className={styles.text}>{toast.text}</span>
          {toast.undo && <Way label={t('undo')} toast={toast} run={toast.undo} />}
          {toast.action && <Way label={toast.action.label} toast={toast} run={toast.action.run} />}
          <IconButton icon="close" size="s" label={t('dismiss')} className={styles.close} onClick={() => dismiss(toast.id)} />
        </div>
      ))}
    </div>
  );
}
