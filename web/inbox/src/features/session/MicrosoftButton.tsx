import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leave } from '@shared/api/entra';
import type { EntraWay } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from './SignIn.module.css';

/** Leaves for the company's sign-in at Microsoft. With a hint the same account goes on. */
export function MicrosoftButton({ way, hint }: { way: EntraWay; hint?: string }) {
  const { t } = useTranslation();
  const reason = useReason();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    // Whoever comes back by the browser's own button finds the page as they left it.
    const back = (event: PageTransitionEvent) => event.persisted && setBusy(false);
    addEventListener('pageshow', back);
    return () => removeEventListener('pageshow', back);
  }, []);

  const start = async () => {
    setBusy(true);
    setError(null);
    try {
      await leave(way, hint);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <>
      {error !== null && (
        <Banner tone="bad" live="assertive">
          {reason(error)} {t('signIn.tryAgain')}
        </Banner>
      )}
      <Button className={styles.microsoft} data-focus="" busy={busy} disabled={busy} onClick={() => void start()}>
        <svg width="18" height="18" viewBox="0 0 19 19" aria-hidden="true" focusable="false">
          <path fill="#f25022" d="M0 0h9v9H0z" />
          <path fill="#7fba00" d="M10 0h9v9h-9z" />
          <path fill="#00a4ef" d="M0 10h9v9H0z" />
          <path fill="#ffb900" d="M10 10h9v9h-9z" />
        </svg>
        {busy ? t('signIn.leaving') : t('signIn.microsoft')}
      </Button>
    </>
  );
}
