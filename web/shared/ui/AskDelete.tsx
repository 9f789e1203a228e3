import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface AskDeleteProps {
  name: string;
  /** What it takes along; nothing where it stands alone. */
  effect?: string;
  onDelete: () => void;
  onClose: () => void;
}

/** Asks before something is deleted that cannot be had back. */
export function AskDelete({ name, effect, onDelete, onClose }: AskDeleteProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('place.deleteAsk', { name })}
      onClose={onClose}
      footer={
        <>
          <Button data-focus="" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="danger"
            onClick={() => {
              onClose();
              onDelete();
            }}
          >
            {t('place.delete')}
          </Button>
        </>
      }
    >
      <p>
        {effect} {t('place.deleteLead')}
      </p>
    </Dialog>
  );
}
