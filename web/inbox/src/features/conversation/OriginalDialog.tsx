import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { LoadError } from '@shared/ui/Notice';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { fetchOriginal } from './api';
import styles from './OriginalDialog.module.css';

const most = 200_000;

/** A message exactly as it came, byte for byte. */
export function OriginalDialog({ ticketId, messageId, onClose }: { ticketId: string; messageId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const original = useQuery({
    queryKey: ['original', messageId],
    queryFn: async () => {
      const blob = await fetchOriginal(ticketId, messageId);
      return { blob, text: await blob.slice(0, most).text() };
    },
    staleTime: Infinity,
  });

  const download = (blob: Blob) => {
    const href = URL.createObjectURL(blob);
    const name = `${messageId}.${blob.type.includes('json') ? 'json' : 'eml'}`;
    Object.assign(document.createElement('a'), { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  };

  const blob = original.data?.blob;
  return (
    <Dialog
      wide
      title={t('message.original')}
      onClose={onClose}
      footer={
        blob && (
          <Button icon="download" onClick={() => download(blob)}>
            {t('download')}
          </Button>
        )
      }
    >
      {original.data ? (
        <>
          <pre className={styles.text} tabIndex={0}>
            {original.data.text}
          </pre>
          {original.data.blob.size > most && <p>{t('message.originalCut')}</p>}
        </>
      ) : original.isError ? (
        <LoadError what={t('message.originalFailed')} error={original.error} onRetry={() => void original.refetch()} />
      ) : (
        <Loading>
          <Skeleton height={240} />
        </Loading>
      )}
    </Dialog>
  );
}
