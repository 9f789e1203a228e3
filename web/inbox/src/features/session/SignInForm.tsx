import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '@shared/api/problem';
import type { Agent } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import { signIn } from './api';
import styles from './SignIn.module.css';

interface SignInFormProps {
  email?: string;
  /** Another way stands before it, and has the focus. */
  second?: boolean;
  onDone: (agent: Agent) => void;
}

export function SignInForm({ email: known = '', second = false, onDone }: SignInFormProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      onDone(await signIn(email.trim(), password));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {error !== null && (
        <Banner tone="bad" live="assertive">
          {hasCode(error, 'sign-in-failed') ? t('signIn.wrong') : reason(error)}
        </Banner>
      )}
      <TextField label={t('signIn.email')} type="email" autoComplete="username" required autoFocus={!known && !second} value={email} onChange={(event) => setEmail(event.target.value)} />
      <TextField
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        required
        data-focus={known && !second ? '' : undefined}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button kind="primary" type="submit" className={styles.submit} busy={busy}>
        {busy ? t('signIn.busy') : t('signIn.submit')}
      </Button>
    </form>
  );
}
