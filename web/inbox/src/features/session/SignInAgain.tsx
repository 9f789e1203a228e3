import { useTranslation } from 'react-i18next';
import { useSession } from '@shared/api/session';
import { Dialog } from '@shared/ui/Dialog';
import styles from './SignIn.module.css';
import { SignInWays } from './SignInWays';

/** Asks to sign in again over the open screen when the session has ended. Whatever waits goes on afterwards. */
export function SignInAgain() {
  const { t } = useTranslation();
  const session = useSession();
  if (!session?.ended) return null;

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
