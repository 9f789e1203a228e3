import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '@/features/departments/api';
import { useStores } from '@/features/stores/api';
import { Problem } from '@shared/api/problem';
import type { ChannelKind } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { TextField } from '@shared/ui/Field';
import { Icon } from '@shared/ui/Icon';
import { Banner, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { sourceIcon } from '@shared/ui/source';
import { useAddChannel } from './api';
import styles from './ChannelsScreen.module.css';
import { Belongs } from './Belongs';

const kinds: ChannelKind[] = ['email', 'form', 'chat', 'messenger', 'instagram', 'whatsapp'];

/** Asks what is to come by a new channel, and where it leads. */
export function AddChannel({ onAdded }: { onAdded: (id: string) => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ChannelKind | 'asked' | null>(null);
  if (kind === null)
    return (
      <Button icon="plus" className={styles.add} onClick={() => setKind('asked')}>
        {t('newChannel.title')}
      </Button>
    );
  return (
    <section className={page.card} aria-label={t('newChannel.title')}>
      <h2>{t('newChannel.title')}</h2>
      <div role="radiogroup" aria-label={t('newChannel.kind')} className={styles.kinds}>
        {kinds.map((one) => (
          <label key={one} className={styles.kind}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            <Icon name={sourceIcon(one)} size={18} />
            <span>
              <strong>{t(`kindName.${one}`)}</strong>
              <br />
              {t(`kindLead.${one}`)}
            </span>
          </label>
        ))}
      </div>
      {kind !== 'asked' && <NewChannelForm kind={kind} onAdded={onAdded} onDone={() => setKind(null)} />}
      {kind === 'asked' && (
        <div className={styles.ends}>
          <Button onClick={() => setKind(null)}>{t('place.cancel')}</Button>
        </div>
      )}
    </section>
  );
}

function NewChannelForm({ kind, onAdded, onDone }: { kind: ChannelKind; onAdded: (id: string) => void; onDone: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const add = useAddChannel();
  const store = useStores().find(({ active }) => active)?.id ?? '';
  const department = useDepartments().find(({ active }) => active)?.id ?? '';
  const [typed, setTyped] = useState({ name: '', store: '', department: '', address: '' });
  const wanted = { ...typed, store: typed.store || store, department: typed.department || department };
  const errors: Record<string, string> = add.error instanceof Problem ? add.error.errors : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { address, name, ...place } = wanted;
    add.mutate(
      { kind, ...place, name: name || (kind === 'email' ? address : ''), address: kind === 'email' ? address : null },
      {
        onSuccess: ({ id }) => {
          onAdded(id);
          onDone();
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {kind === 'email' && (
        <TextField label={t('newChannel.address')} error={errors.address} type="email" required value={typed.address} onChange={(event) => setTyped({ ...typed, address: event.target.value })} />
      )}
      <TextField
        label={t('place.name')}
        error={errors.name}
        placeholder={kind === 'email' ? typed.address : undefined}
        required={kind !== 'email'}
        maxLength={80}
        value={typed.name}
        onChange={(event) => setTyped({ ...typed, name: event.target.value })}
      />
      <Belongs store={wanted.store} department={wanted.department} errors={errors} onChange={(place) => setTyped({ ...typed, ...place })} />
      {add.isError && Object.keys(errors).length === 0 && (
        <Banner tone="bad" live="assertive">
          {reason(add.error)}
        </Banner>
      )}
      <div className={styles.ends}>
        <Button type="submit" kind="primary" busy={add.isPending} disabled={add.isPending}>
          {t('newChannel.submit')}
        </Button>
        <Button onClick={onDone}>{t('place.cancel')}</Button>
      </div>
    </form>
  );
}
