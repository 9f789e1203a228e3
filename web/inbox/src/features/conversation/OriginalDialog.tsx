import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/i18n/format';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { TextField } from '@shared/ui/Field';
import { LoadError } from '@shared/ui/Notice';
import { Segments } from '@shared/ui/Segments';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { fetchOriginal } from './api';
import styles from './OriginalDialog.module.css';
import { headers, parts, places } from './raw-mail';

/** So much of the source stands on the page; search and structure go through all of it. */
const most = 200_000;
const mostFinds = 100;
const around = 80;

type Look = 'source' | 'headers' | 'structure';

/** A message exactly as it came, byte for byte: its source, and of a mail its headers and parts. */
export default function OriginalDialog({ ticketId, messageId, onClose }: { ticketId: string; messageId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [look, setLook] = useState<Look>('source');
  const [wanted, setWanted] = useState('');
  const original = useQuery({
    queryKey: ['original', messageId],
    queryFn: async () => {
      const blob = await fetchOriginal(ticketId, messageId);
      return { blob, text: await blob.text() };
    },
    staleTime: Infinity,
    gcTime: 60_000,
  });

  const download = (blob: Blob) => {
    const href = URL.createObjectURL(blob);
    const name = `${messageId}.${blob.type.includes('json') ? 'json' : 'eml'}`;
    Object.assign(document.createElement('a'), { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  };

  const { blob, text } = original.data ?? {};
  const mail = blob && !blob.type.includes('json');
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
      {text !== undefined ? (
        <div className={styles.original}>
          <div className={styles.tools}>
            {mail && (
              <Segments<Look>
                label={t('message.original')}
                options={[
                  { key: 'source', name: t('talk.source') },
                  { key: 'headers', name: t('talk.headers') },
                  { key: 'structure', name: t('talk.structure') },
                ]}
                chosen={look}
                onChoose={setLook}
              />
            )}
            {look === 'source' && <TextField label={t('talk.searchSource')} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />}
          </div>
          {look === 'headers' ? <Headers text={text} /> : look === 'structure' ? <Structure text={text} /> : <Source text={text} wanted={wanted.trim()} />}
        </div>
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

function Source({ text, wanted }: { text: string; wanted: string }) {
  const { t } = useTranslation();
  const letters = useDeferredValue(wanted);
  const finds = useMemo(() => places(text, letters, mostFinds), [text, letters]);
  if (letters !== '')
    return (
      <>
        <p role="status" className={styles.count}>
          {finds.length >= mostFinds ? t('talk.findsMost', { count: mostFinds }) : t('talk.finds', { count: finds.length })}
        </p>
        <ol className={styles.finds}>
          {finds.map((at) => (
            <li key={at}>
              <code>
                {text.slice(Math.max(0, at - around), at)}
                <mark>{text.slice(at, at + letters.length)}</mark>
                {text.slice(at + letters.length, at + letters.length + around)}
              </code>
            </li>
          ))}
        </ol>
      </>
    );
  return (
    <>
      <pre className={styles.text} tabIndex={0}>
        {text.slice(0, most)}
      </pre>
      {text.length > most && <p>{t('message.originalCut')}</p>}
    </>
  );
}

function Headers({ text }: { text: string }) {
  const all = useMemo(() => headers(text), [text]);
  return (
    <dl className={styles.headers} tabIndex={0}>
      {all.map(({ name, value }, index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Structure({ text }: { text: string }) {
  const format = useFormat();
  const all = useMemo(() => parts(text), [text]);
  return (
    <ul className={styles.parts} tabIndex={0}>
      {all.map(({ depth, type, name, encoding, size }, index) => (
        <li key={index} style={{ paddingInlineStart: depth * 18 }}>
          <code>{type}</code> {name} <span>{[encoding, format.bytes(size)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
