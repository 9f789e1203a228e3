import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { guardLeaving } from '../router';
import { Button } from './Button';
import { Dialog } from './Dialog';

/** While something is not saved, whoever goes elsewhere is asked first, by the page and by the browser. */
export function LeaveGuard({ on }: { on: boolean }) {
  const { t } = useTranslation();
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    const free = guardLeaving((go) => setLeave(() => go));
    return () => {
      removeEventListener('beforeunload', ask);
      free();
    };
  }, [on]);
  if (!leave) return null;
  const stay = () => setLeave(null);
  return (
    <Dialog
      title={t('place.leaveAsk')}
      onClose={stay}
      footer={
        <>
          <Button data-focus="" onClick={stay}>
            {t('place.stay')}
          </Button>
          <Button kind="danger" onClick={leave}>
            {t('place.leave')}
          </Button>
        </>
      }
    >
      <p>{t('place.leaveLead')}</p>
    </Dialog>
  );
}

/** A form whose words are asked about once something was typed, until it is gone. */
export function Unsaved({ children }: { children: ReactNode }) {
  const [typed, setTyped] = useState(false);
  return (
    <div style={{ display: 'contents' }} onInput={() => setTyped(true)}>
      {children}
      <LeaveGuard on={typed} />
    </div>
  );
}
