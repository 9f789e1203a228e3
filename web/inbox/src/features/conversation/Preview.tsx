import { use, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '@shared/api/place';
import type { Attachment } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { Gallery } from './gallery';
import { inlineUrl } from './inline-url';
import { kindOf } from './kind-of';
import styles from './Preview.module.css';
import { MediaFile, PdfFile, TextFile } from './Previews';

/** A file within the page: never run, only drawn. From a picture, arrow keys lead to the other pictures of its conversation. */
export default function Preview({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const { t } = useTranslation();
  const pictures = use(Gallery);
  const [file, setFile] = useState(attachment);
  const kind = kindOf(file);
  const at = kind === 'image' ? pictures.findIndex(({ id, url }) => id === file.id && url === file.url) : -1;
  const many = at >= 0 && pictures.length > 1;
  const step = (by: number) => {
    const next = pictures[at + by];
    if (many && next) setFile(next);
  };
  const press = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') step(-1);
    if (key === 'ArrowRight') step(1);
  };

  return (
    <Dialog
      wide
      title={file.name}
      onClose={onClose}
      footer={
        <>
          {many && (
            <div className={styles.steps}>
              <Button icon="back" disabled={at === 0} onClick={() => step(-1)}>
                {t('talk.previousPicture')}
              </Button>
              <span aria-live="polite">{t('talk.pictureOf', { at: at + 1, of: pictures.length })}</span>
              <Button icon="next" disabled={at === pictures.length - 1} onClick={() => step(1)}>
                {t('talk.nextPicture')}
              </Button>
            </div>
          )}
          <Button icon="download" onClick={() => Object.assign(document.createElement('a'), { href: apiUrl(file.url), download: file.name }).click()}>
            {t('download')}
          </Button>
        </>
      }
    >
      <div className={styles.stage} tabIndex={0} data-focus="" onKeyDown={press}>
        {kind === 'image' ? (
          <img className={styles.picture} src={inlineUrl(file.url)} alt={file.name} />
        ) : kind === 'pdf' ? (
          <PdfFile file={file} />
        ) : kind === 'text' ? (
          <TextFile file={file} />
        ) : (
          <MediaFile file={file} video={kind === 'video'} />
        )}
      </div>
    </Dialog>
  );
}
