import { useTranslation } from 'react-i18next';
import type { Agent } from '@shared/api/schema';
import { Banner, LoadError } from '@shared/ui/Notice';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useArrival, useWays } from './api';
import { MicrosoftButton } from './MicrosoftButton';
import styles from './SignIn.module.css';
import { SignInForm } from './SignInForm';

interface SignInWaysProps {
  /** Whose session goes on. */
  email?: string;
  onDone: (agent: Agent) => void;
}

/** The ways to sign in at this desk, and what became of the last try at Microsoft. */
export function SignInWays({ email, onDone }: SignInWaysProps) {
  const { t } = useTranslation();
  const ways = useWays();
  const arrival = useArrival();

  if (arrival.at === 'coming') return <Bones label={t('signIn.busy')} />;
  if (ways.isError) return <LoadError what={t('signIn.waysFailed')} error={ways.error} onRetry={() => void ways.refetch()} />;
  if (!ways.data) return <Bones />;
  const { passwords, entra } = ways.data;
  return (
    <div className={styles.ways}>
      {arrival.at === 'stranger' && (
        <Banner tone="warn" live="assertive">
          <strong>{t('signIn.stranger', { account: arrival.account })}</strong> {t('signIn.strangerLead')}
        </Banner>
      )}
      {arrival.at === 'failed' && (
        <Banner tone="bad" live="assertive">
          {t('signIn.microsoftFailed')} {arrival.code && <code>{arrival.code}</code>}
        </Banner>
      )}
      {arrival.at === 'unreachable' && (
        <Banner tone="bad" live="assertive">
          {t('error.unreachable')} {t('signIn.tryAgain')}
        </Banner>
      )}
      {entra && <MicrosoftButton way={entra} hint={email} />}
      {entra && passwords && <p className={styles.or}>{t('signIn.or')}</p>}
      {passwords && <SignInForm email={email} second={entra !== null} onDone={onDone} />}
    </div>
  );
}

function Bones({ label }: { label?: string }) {
  return (
    <Loading className={styles.form}>
      {label && <p className={styles.coming}>{label}</p>}
      <Skeleton height={40} />
      {!label && <Skeleton height={40} />}
    </Loading>
  );
}
