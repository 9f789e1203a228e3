import { useTranslation } from 'react-i18next';
import { apiUrl } from '@shared/api/place';
import type { Attachment } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { inlineUrl } from './inline-url';
import styles from './Attachments.module.css';

export function AttachmentPreview({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      wide
      title={attachment.name}
      onClose={onClose}
      footer={
        <Button icon="download" onClick={() => Object.assign(document.createElement('a'), { href: apiUrl(attachment.url), download: attachment.name }).click()}>
          {t('download')}
        </Button>
      }
    >
      <img className={styles.picture} src={inlineUrl(attachment.url)} alt={attachment.name} />
    </Dialog>
  );
}
