import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { guardLeaving } from '../router';
import { AskFirst } from './AskFirst';
import { useAskedOnUnload } from './unsaved';

/** While something is not saved, whoever goes elsewhere is asked first, by the page and by the browser. */
export function LeaveGuard({ on }: { on: boolean }) {
  const { t } = useTranslation();
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useAskedOnUnload(on);
  useEffect(() => (on ? guardLeaving((go) => setLeave(() => go)) : undefined), [on]);
  if (!leave) return null;
  return (
    <AskFirst title={t('place.leaveAsk')} does={t('place.leave')} not={t('place.stay')} onDo={leave} onClose={() => setLeave(null)}>
      {t('place.leaveLead')}
    </AskFirst>
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
