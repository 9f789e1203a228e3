import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { shortestPassword } from '@/features/session/api';
import { api } from '@shared/api/client';
import { Problem } from '@shared/api/problem';
import type { SignedIn } from '@shared/api/schema';
import { session } from '@shared/api/session';
import { speak } from '@shared/i18n';
import { go } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { TextField } from '@shared/ui/Field';
import { Mark } from '@shared/ui/Mark';
import { Banner, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import styles from './JoinScreen.module.css';

/** Where an agent chooses a password, by the link an admin gave them. */
export default function JoinScreen() {
  // Behind the hash, which browsers do not send, so that no server's log holds it.
  const [token] = useState(() => location.hash.slice(1));
  const { t } = useTranslation();
  const reason = useReason();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fault = error instanceof Problem ? error.errors.password : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const joined = await api.post<SignedIn>('/api/auth/join', { token, password }, { open: true });
      session.begin(joined);
      await speak(joined.agent.language);
      go('/');
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <main className={styles.page}>
      <header className={page.header}>
        <Mark size={40} />
        <h1>{t('join.title')}</h1>
        <p>{t('join.lead')}</p>
      </header>
      {token ? (
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          {error !== null && !fault && (
            <Banner tone="bad" live="assertive">
              {reason(error)}
            </Banner>
          )}
          <TextField
            label={t('join.password')}
            type="password"
            autoComplete="new-password"
            required
            autoFocus
            minLength={shortestPassword}
            hint={t('setup.passwordHint', { count: shortestPassword })}
            error={fault}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button kind="primary" type="submit" busy={busy} disabled={busy}>
            {t('join.submit')}
          </Button>
        </form>
      ) : (
        <Banner tone="warn">{t('join.noToken')}</Banner>
      )}
    </main>
  );
}
