import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditStore } from '@/features/stores/api';
import type { Store } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Banner, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { StoreDot } from '@shared/ui/StoreDot';
import { Switch } from '@shared/ui/Switch';
import { publicOrigin } from './api';
import styles from './SpamScreen.module.css';

const lowest = 30;
const highest = 100;
const usual = 70;

const strictness = (threshold: number) => (threshold <= 55 ? 'strict' : threshold >= 85 ? 'lenient' : 'balanced');

/** How one store is guarded. */
export function StoreGuard({ store }: { store: Store }) {
  const { t } = useTranslation();
  const reason = useReason();
  const id = useId();
  const save = useEditStore(store.id);
  const saved = { on: store.spam.on ?? true, threshold: store.spam.threshold ?? usual, confirmSenders: store.spam.confirmSenders ?? false };
  const [guard, setGuard] = useState(saved);
  const changed = guard.on !== saved.on || guard.threshold !== saved.threshold || guard.confirmSenders !== saved.confirmSenders;
  return (
    <section className={page.card} aria-label={store.name}>
      <header className={page.cardHeader}>
        <h2>
          <StoreDot color={store.color} /> {store.name}
        </h2>
      </header>
      <Switch label={t('spam.on')} hint={t('spam.onHint')} on={guard.on} onChange={(on) => setGuard({ ...guard, on })} />
      {guard.on && (
        <>
          <div className={styles.slider}>
            <label htmlFor={id}>{t('spam.threshold')}</label>
            <input
              id={id}
              type="range"
              min={lowest}
              max={highest}
              step={5}
              value={guard.threshold}
              aria-valuetext={`${guard.threshold}: ${t(`spam.${strictness(guard.threshold)}`)}`}
              onChange={({ target }) => setGuard({ ...guard, threshold: Number(target.value) })}
            />
            <p aria-hidden="true">
              {guard.threshold}: {t(`spam.${strictness(guard.threshold)}`)}
            </p>
          </div>
          <Switch label={t('spam.confirm')} hint={t('spam.confirmHint')} on={guard.confirmSenders} onChange={(confirmSenders) => setGuard({ ...guard, confirmSenders })} />
        </>
      )}
      {save.isError && (
        <Banner tone="bad" live="assertive">
          {reason(save.error)}
        </Banner>
      )}
      <div className={styles.ends}>
        <Button kind="primary" busy={save.isPending} disabled={!changed || save.isPending} onClick={() => save.mutate({ spam: { ...guard, origin: publicOrigin() } })}>
          {t('spam.save')}
        </Button>
        {!changed && save.isSuccess && <span role="status">{t('spam.saved')}</span>}
      </div>
    </section>
  );
}
