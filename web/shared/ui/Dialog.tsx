import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button';
import { cx } from './cx';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  onClose?: () => void;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  /** Only the content: the title is said to readers, and there is no frame around it. */
  bare?: boolean;
}

/** Whether somebody has put the focus elsewhere already, as what was chosen in the dialog does. */
const hasFocus = (dialog: HTMLElement | null) => document.activeElement !== null && document.activeElement !== document.body && !dialog?.contains(document.activeElement);

/** A native modal dialog: focus goes to `data-focus` or the first field and stays inside, Escape closes it. Without `onClose` it stays until its work is done. */
export function Dialog({ title, onClose, children, footer, wide, bare }: DialogProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // What it holds takes the focus before the dialog itself is told that it is there.
  const [before] = useState(() => document.activeElement);

  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    (dialog?.querySelector<HTMLElement>('[data-focus]') ?? dialog?.querySelector<HTMLElement>('input:not([hidden]), textarea, select'))?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && !hasFocus(dialog)) before.focus({ preventScroll: true });
    };
  }, [before]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={heading}
      className={cx(styles.dialog, wide && styles.wide, bare && styles.bare)}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current) onClose?.();
      }}
    >
      <div className={styles.frame}>
        <header className={bare ? 'visually-hidden' : styles.header}>
          <h2 id={heading}>{title}</h2>
          {onClose && !bare && <IconButton icon="close" label={t('close')} onClick={onClose} />}
        </header>
        <div className={bare ? undefined : styles.body}>{children}</div>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  );
}
