import { useTranslation } from 'react-i18next';
import { AskFirst } from './AskFirst';

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
    <AskFirst title={t('place.deleteAsk', { name })} does={t('place.delete')} onDo={onDelete} onClose={onClose}>
      {effect} {t('place.deleteLead')}
    </AskFirst>
  );
}
