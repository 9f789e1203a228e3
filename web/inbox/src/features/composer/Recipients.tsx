import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgents } from '@/features/agents/api';
import type { Address, Ticket } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { isReachable } from '@shared/i18n/usePerson';
import { Button } from '@shared/ui/Button';
import { Icon } from '@shared/ui/Icon';
import { AddressChips } from './AddressChips';
import styles from './Composer.module.css';
import type { Draft } from './drafts';
import { sameAddress } from './write';

/** Whom an answer goes to: what the server computed, changed by hand where need be. */
export function Recipients({ ticket, draft, onChange }: { ticket: Ticket; draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const { recipients } = ticket;
  const known = [...ticket.participants, ...recipients.to, ...recipients.cc];
  const to = draft.to ?? recipients.to.filter(isReachable);
  const cc = draft.cc ?? recipients.cc.filter(isReachable);
  const agents = useAgents()
    .filter(({ active }) => active)
    .map(({ name, email }): Address => ({ name, address: email }));
  const strangers = [...to, ...cc].filter((one) => ![...known, ...agents].some((other) => sameAddress(one, other)));
  return (
    <div className={styles.recipients}>
      <div className={styles.people}>
        {to.length === 0 && <p className={styles.nobody}>{t('composer.noRecipient')}</p>}
        <AddressChips label={t('composer.to')} addresses={to} known={known} onChange={(to) => onChange({ to })} />
        {(adding || cc.length > 0) && <AddressChips label={t('composer.cc')} addresses={cc} known={known} offered={agents} autoFocus={adding} onChange={(next) => onChange({ cc: next })} />}
      </div>
      {strangers.length > 0 && (
        <p className={styles.strangers}>
          <Icon name="alert" size={13} /> {t('write.strangers', { names: format.list(strangers.map(({ address }) => address)) })}
        </p>
      )}
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
