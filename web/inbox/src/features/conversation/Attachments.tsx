import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@shared/api/place';
import type { Attachment } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Icon } from '@shared/ui/Icon';
import styles from './Attachments.module.css';
import { inlineUrl } from './inline-url';
import { kindOf } from './kind-of';

const Preview = lazy(() => import('./Preview'));

export function Attachments({ attachments }: { attachments: Attachment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<Attachment | null>(null);
  if (attachments.length === 0) return null;

  return (
    <>
      <ul aria-label={t('message.attachments')} className={styles.list}>
        {attachments.map((attachment) => {
          const content = (
            <>
              {kindOf(attachment) === 'image' ? (
                <img className={styles.thumb} src={inlineUrl(attachment.url)} alt="" loading="lazy" decoding="async" />
              ) : (
                <span className={styles.sign}>
                  <Icon name="file" size={18} />
                </span>
              )}
              <span className={styles.text}>
                <span className={styles.name}>{attachment.name}</span>
                <span className={styles.size}>{[attachment.kind === 'file' ? null : t(`attachmentKind.${attachment.kind}`), format.bytes(attachment.size)].filter(Boolean).join(', ')}</span>
              </span>
            </>
          );
          return (
            <li key={attachment.id}>
              {kindOf(attachment) ? (
                <button type="button" className={styles.chip} title={attachment.name} onClick={() => setOpen(attachment)}>
                  {content}
                </button>
              ) : (
                <a className={styles.chip} href={apiUrl(attachment.url)} download={attachment.name} title={attachment.name}>
                  {content}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      {open && (
        <Suspense>
          <Preview attachment={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
