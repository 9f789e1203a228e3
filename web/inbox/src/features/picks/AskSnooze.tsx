import { useTranslation } from 'react-i18next';
import { AskTime } from '@shared/ui/AskTime';

/** Asks until when something is put off, and goes. */
export function AskSnooze({ onTime, onClose }: { onTime: (at: Date) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const take = (at: Date) => {
    onClose();
    onTime(at);
  };
  return <AskTime title={t('snooze.ask')} label={t('snooze.time')} done={t('snooze.label')} onTime={take} onClose={onClose} />;
}
