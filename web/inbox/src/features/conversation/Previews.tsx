import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@shared/api/place';
import type { Attachment } from '@shared/api/schema';
import { LoadError } from '@shared/ui/Notice';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { table } from './csv';
import { fetchFile } from './api';
import styles from './Preview.module.css';

const PdfPages = lazy(() => import('./PdfPages'));

const bones = (
  <Loading>
    <Skeleton height={240} />
  </Loading>
);

/** The bytes of a file, by its signed link. */
const useFile = (file: Attachment) => useQuery({ queryKey: ['file', file.url], queryFn: ({ signal }) => fetchFile(apiUrl(file.url), signal), staleTime: Infinity, gcTime: 60_000 });

const Failed = ({ file }: { file: ReturnType<typeof useFile> }) => {
  const { t } = useTranslation();
  return <LoadError what={t('talk.previewFailed')} error={file.error} onRetry={() => void file.refetch()} />;
};

/** How much of a text is shown. */
const most = 300_000;
const mostRows = 500;

/** A text as it is written; rows and columns where it is a table. */
export function TextFile({ file }: { file: Attachment }) {
  const { t } = useTranslation();
  const bytes = useFile(file);
  const text = useQuery({ queryKey: ['file', file.url, 'text'], queryFn: () => bytes.data?.slice(0, most).text() ?? '', enabled: bytes.data !== undefined, staleTime: Infinity, gcTime: 60_000 });
  if (bytes.isError) return <Failed file={bytes} />;
  if (text.data === undefined) return bones;
  const rows = /csv/i.test(file.contentType) || /\.csv$/i.test(file.name) ? table(text.data, mostRows) : null;
  return (
    <>
      {file.size > most && <p className={styles.cut}>{t('message.originalCut')}</p>}
      {rows ? (
        <table className={styles.table}>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>{cells.map((cell, column) => (row === 0 ? <th key={column}>{cell}</th> : <td key={column}>{cell}</td>))}</tr>
            ))}
          </tbody>
        </table>
      ) : (
        <pre className={styles.text}>{text.data}</pre>
      )}
    </>
  );
}

/** A recording; its bytes come from the desk, and no other address can play here. */
export function MediaFile({ file, video }: { file: Attachment; video: boolean }) {
  const { t } = useTranslation();
  const bytes = useFile(file);
  const [url, setUrl] = useState<string | null>(null);
  const [odd, setOdd] = useState(false);
  useEffect(() => {
    if (!bytes.data) return;
    const made = URL.createObjectURL(new Blob([bytes.data], { type: file.contentType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes.data, file.contentType]);
  if (bytes.isError) return <Failed file={bytes} />;
  if (!url) return bones;
  if (odd) return <p className={styles.cut}>{t('talk.cannotPlay')}</p>;
  const Player = video ? 'video' : 'audio';
  return <Player className={styles.media} src={url} controls aria-label={file.name} onError={() => setOdd(true)} />;
}

/** A PDF, drawn page by page. */
export function PdfFile({ file }: { file: Attachment }) {
  const bytes = useFile(file);
  if (bytes.isError) return <Failed file={bytes} />;
  if (!bytes.data) return bones;
  return (
    <Suspense fallback={bones}>
      <PdfPages bytes={bytes.data} />
    </Suspense>
  );
}
