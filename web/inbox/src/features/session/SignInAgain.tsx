import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, type Session } from '@shared/api/session';
import { Dialog } from '@shared/ui/Dialog';
import styles from './SignIn.module.css';
import { SignInWays } from './SignInWays';

/** How long the keys rest before somebody who writes is asked. */
const rest = 1000;

const isWriting = () => document.activeElement?.matches('input, textarea, [contenteditable="true"]') ?? false;

/** Asks to sign in again over the open screen when the session has ended. Whatever waits goes on afterwards. */
export function SignInAgain() {
  const session = useSession();
  return session?.ended ? <Asking session={session} /> : null;
}

/** Opens once the keys rest: what is typed belongs to the sentence that was begun, not to the password. */
function Asking({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(() => !isWriting());
  useEffect(() => {
    if (open) return;
    const ask = () => setOpen(true);
    let timer = setTimeout(ask, rest);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, rest);
    };
    addEventListener('keydown', wait, true);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', wait, true);
    };
  }, [open]);
  if (!open) return null;

  return (
    <Dialog title={t('signIn.again')}>
      <p className={styles.lead}>{t('signIn.againLead')}</p>
      <SignInWays
        email={session.agent.email}
        onDone={(agent) => {
          if (agent.id !== session.agent.id) location.reload();
        }}
      />
    </Dialog>
  );
}
