import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { shortestPassword } from '@/features/session/api';
import { Problem } from '@shared/api/problem';
import type { Language, SetupResult } from '@shared/api/schema';
import { session } from '@shared/api/session';
import { choose, languages } from '@shared/i18n';
import { Button } from '@shared/ui/Button';
import { SelectField, TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import { setUp } from './api';
import styles from './Setup.module.css';

interface SetupFormProps {
  token: string;
  /** The admin will sign in by a password, and chooses it here. */
  passwords: boolean;
  onDone: (result: SetupResult) => void;
}

export function SetupForm({ token, passwords, onDone }: SetupFormProps) {
  const { t, i18n } = useTranslation();
  const reason = useReason();
  const [given, setGiven] = useState({ name: '', email: '', password: '', store: '', address: '' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const errors = error instanceof Problem ? error.errors : {};

  const field = (name: keyof typeof given) => ({
    name,
    value: given[name],
    required: true,
    error: errors[name],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value }),
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const result = await setUp({ ...given, token, language: i18n.language });
      session.begin(result);
      onDone(result);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  if (!token) return <Banner tone="warn">{t('setup.noToken')}</Banner>;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <SelectField label={t('user.language')} value={i18n.language} onChange={(event) => void choose(event.target.value as Language)}>
        {languages.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
      <fieldset className={styles.group}>
        <legend>{t('setup.you')}</legend>
        <TextField label={t('setup.name')} autoComplete="name" autoFocus {...field('name')} />
        <TextField label={t('signIn.email')} type="email" autoComplete="username" hint={passwords ? undefined : t('setup.microsoftHint')} {...field('email')} />
        {passwords && (
          <TextField label={t('signIn.password')} type="password" autoComplete="new-password" minLength={shortestPassword} hint={t('setup.passwordHint', { count: shortestPassword })} {...field('password')} />
        )}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('setup.shop')}</legend>
        <TextField label={t('setup.store')} autoComplete="organization" {...field('store')} />
        <TextField label={t('setup.address')} type="email" hint={t('setup.addressHint')} {...field('address')} />
      </fieldset>
      {error !== null && (
        <Banner tone="bad" live="assertive">
          {reason(error)}
        </Banner>
      )}
      <Button kind="primary" type="submit" className={styles.submit} busy={busy} disabled={busy}>
        {busy ? t('setup.busy') : t('setup.submit')}
      </Button>
    </form>
  );
}
