import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import styles from './CopyField.module.css';

/** A value to be taken elsewhere: shown whole, copied by one click. */
export function CopyField({ label, value, shown = value, extra }: { label: string; value: string; shown?: string; extra?: ReactNode }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);

  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };

  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <div className={styles.row}>
        <code className={styles.value}>{shown}</code>
        {extra}
        <Button size="s" icon={copied ? 'check' : 'copy'} onClick={() => void copy()} aria-label={`${copied ? t('copied') : t('copy')}: ${label}`}>
          {copied ? t('copied') : t('copy')}
        </Button>
      </div>
    </div>
  );
}
