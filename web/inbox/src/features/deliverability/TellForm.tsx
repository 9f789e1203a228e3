import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@shared/ui/Button';
import { TextField } from '@shared/ui/Field';
import type { Told } from './api';
import styles from './DeliverabilityScreen.module.css';

/** Who sends the mail and what its keys are called, which the DNS does not tell. */
export function TellForm({ busy, faults, onTell }: { busy: boolean; faults: Record<string, string>; onTell: (told: Told) => void }) {
  const { t } = useTranslation();
  const [include, setInclude] = useState('');
  const [selector, setSelector] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTell({ include: include.trim(), selector: selector.trim() });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField label={t('deliverability.include')} hint={t('deliverability.includeHint')} error={faults.include} value={include} spellCheck={false} autoCapitalize="none" onChange={(event) => setInclude(event.target.value)} />
      <TextField label={t('deliverability.selector')} hint={t('deliverability.selectorHint')} error={faults.selector} value={selector} spellCheck={false} autoCapitalize="none" onChange={(event) => setSelector(event.target.value)} />
      <Button type="submit" kind="primary" busy={busy} disabled={busy}>
        {t('deliverability.check')}
      </Button>
    </form>
  );
}
