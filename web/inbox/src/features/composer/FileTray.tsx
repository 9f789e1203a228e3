import { useTranslation } from 'react-i18next';
import type { Upload } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Button } from '@shared/ui/Button';
import { Chip } from '@shared/ui/Chip';
import { cx } from '@shared/ui/cx';
import { useReason } from '@shared/ui/Notice';
import { mostFiles } from './api';
import styles from './FileTray.module.css';
import { TooLarge, TooMany, type Pending } from './useUploads';

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
            {one.file.name} <span className={styles.size}>{one.error ? t('composer.uploadFailed') : one.share === null ? t('write.queued') : one.share > 0 ? `${Math.round(one.share * 100)} %` : t('composer.uploading')}</span>
            {one.error === null && one.share !== null && <progress className={styles.progress} aria-label={t('write.progress', { name: one.file.name })} value={one.share} max={1} />}
          </Chip>
          {Boolean(one.error) && (
            <>
              <span role="alert" className={styles.reason}>
                {one.error instanceof TooLarge ? t('composer.tooLarge') : one.error instanceof TooMany ? t('write.tooManyFiles', { count: mostFiles }) : reason(one.error)}
              </span>
              {!(one.error instanceof TooLarge || one.error instanceof TooMany) && (
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
