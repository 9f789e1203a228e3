import { useTranslation } from 'react-i18next';
import type { Upload } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Button } from '@shared/ui/Button';
import { Chip } from '@shared/ui/Chip';
import { cx } from '@shared/ui/cx';
import { useReason } from '@shared/ui/Notice';
import styles from './FileTray.module.css';
import { TooLarge, type Pending } from './useUploads';

interface FileTrayProps {
  files: Upload[];
  pending: Pending[];
  onRemove: (file: Upload) => void;
  onDrop: (id: number) => void;
  onRetry: (one: Pending) => void;
}

/** Files that go with the message, and those still on their way. */
export function FileTray({ files, pending, onRemove, onDrop, onRetry }: FileTrayProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  if (files.length + pending.length === 0) return null;

  return (
    <ul className={styles.tray} aria-label={t('composer.files')}>
      {files.map((file) => (
        <li key={file.id}>
          <Chip onRemove={() => onRemove(file)} removeLabel={t('composer.removeFile', { name: file.name })}>
            {file.name} <span className={styles.size}>{format.bytes(file.size)}</span>
          </Chip>
        </li>
      ))}
      {pending.map((one) => (
        <li key={one.id} className={styles.pending}>
          <Chip className={cx(one.error ? styles.failed : styles.busy)} onRemove={() => onDrop(one.id)} removeLabel={t('composer.removeFile', { name: one.file.name })}>
            {one.file.name} <span className={styles.size}>{one.error ? t('composer.uploadFailed') : t('composer.uploading')}</span>
          </Chip>
          {Boolean(one.error) && (
            <>
              <span role="alert" className={styles.reason}>
                {one.error instanceof TooLarge ? t('composer.tooLarge') : reason(one.error)}
              </span>
              {!(one.error instanceof TooLarge) && (
                <Button size="s" icon="refresh" onClick={() => onRetry(one)}>
                  {t('retry')}
                </Button>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
