import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '@shared/api/schema';
import { isReachable } from '@shared/i18n/usePerson';
import { Button } from '@shared/ui/Button';
import { AddressChips } from './AddressChips';
import styles from './Composer.module.css';
import type { Draft } from './drafts';

/** Whom an answer goes to: what the server computed, changed by hand where need be. */
export function Recipients({ ticket, draft, onChange }: { ticket: Ticket; draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { recipients } = ticket;
  const known = [...ticket.participants, ...recipients.to, ...recipients.cc];
  const to = draft.to ?? recipients.to.filter(isReachable);
  const cc = draft.cc ?? recipients.cc.filter(isReachable);
  return (
    <div className={styles.recipients}>
      <div className={styles.people}>
        {to.length === 0 && <p className={styles.nobody}>{t('composer.noRecipient')}</p>}
        <AddressChips label={t('composer.to')} addresses={to} known={known} onChange={(to) => onChange({ to })} />
        {(adding || cc.length > 0) && <AddressChips label={t('composer.cc')} addresses={cc} known={known} autoFocus={adding} onChange={(next) => onChange({ cc: next })} />}
      </div>
      {!adding && cc.length === 0 && (
        <Button kind="quiet" size="s" onClick={() => setAdding(true)}>
          {t('composer.addCc')}
        </Button>
      )}
      {recipients.from && (
        <span className={styles.from} title={recipients.from.address}>
          {t('composer.from', { address: recipients.from.address })}
        </span>
      )}
    </div>
  );
}
