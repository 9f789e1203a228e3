import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { useChannels } from '@/features/channels/api';
import { Problem } from '@shared/api/problem';
import type { Store } from '@shared/api/schema';
import { languages } from '@shared/i18n';
import { Link } from '@shared/router';
import { ChannelLinks } from '@shared/ui/ChannelLinks';
import { Button } from '@shared/ui/Button';
import { SelectField, TextField } from '@shared/ui/Field';
import { ListPage } from '@shared/ui/ListPage';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from '@shared/ui/Place.module.css';
import { PlaceCard } from '@shared/ui/PlaceCard';
import { StoreDot } from '@shared/ui/StoreDot';
import { useAddStore, useEditStore, useStoreSettings } from './api';

type Facts = Pick<Store, 'name' | 'color' | 'language'>;

/** The stores of the company: what they are called, how they look, which channels are theirs. */
export default function StoresScreen() {
  const { t } = useTranslation();
  return (
    <ListPage title={t('stores.title')} lead={t('stores.lead')} failed={t('stores.failed')} add={t('stores.add')} query={useStoreSettings()} form={(done) => <AddStore onDone={done} />}>
      {(stores) => (
        <ul className={styles.list}>
          {stores.map((store) => (
            <StoreCard key={store.id} store={store} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function StoreCard({ store }: { store: Store }) {
  const { t } = useTranslation();
  const save = useEditStore(store.id);
  const turn = useEditStore(store.id);
  const channels = useChannels().data?.filter((channel) => channel.store === store.id) ?? [];
  return (
    <PlaceCard
      place={store}
      mark={<StoreDot color={store.color} />}
      effect={t('stores.offHint')}
      turn={turn}
      form={(done) => <StoreForm facts={store} saving={save.isPending} error={save.error} onCancel={done} onSave={(facts) => save.mutate(facts, { onSuccess: done })} />}
    >
      {store.active ? languages.find(({ key }) => key === store.language)?.name : t('stores.offHint')}
      <br />
      <ChannelLinks channels={channels} none={t('stores.noChannels')} />
      <br />
      <Link to="/settings/answers">{t('stores.answers')}</Link>
    </PlaceCard>
  );
}

function AddStore({ onDone }: { onDone: () => void }) {
  const me = useMe();
  const add = useAddStore();
  return (
    <StoreForm
      facts={{ name: '', color: '', language: me.language }}
      saving={add.isPending}
      error={add.error}
      onCancel={onDone}
      onSave={({ color, ...facts }) => add.mutate({ ...facts, color: color || null }, { onSuccess: onDone })}
    />
  );
}

interface StoreFormProps {
  facts: Facts;
  saving: boolean;
  error: unknown;
  onSave: (facts: Facts) => void;
  onCancel: () => void;
}

/** A colour input knows no three-digit colours, and none at all is shown as the helpdesk's own. */
const shownColor = (color: string) => (/^#[0-9a-f]{3}$/i.test(color) ? color.replace(/[0-9a-f]/gi, '$&$&') : color || '#3b6cf4');

function StoreForm({ facts, saving, error, onSave, onCancel }: StoreFormProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const [typed, setTyped] = useState<Facts>({ name: facts.name, color: facts.color, language: facts.language });
  const errors = error instanceof Problem ? error.errors : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(typed);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        <TextField label={t('place.name')} error={errors.name} required maxLength={80} autoFocus value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.target.value })} />
        <TextField label={t('stores.color')} error={errors.color} type="color" className={styles.color} value={shownColor(typed.color)} onChange={(event) => setTyped({ ...typed, color: event.target.value })} />
        <SelectField label={t('stores.language')} error={errors.language} hint={t('stores.languageHint')} value={typed.language} onChange={(event) => setTyped({ ...typed, language: event.target.value })}>
          {languages.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      {error !== null && Object.keys(errors).length === 0 && (
        <Banner tone="bad" live="assertive">
          {reason(error)}
        </Banner>
      )}
      <div className={styles.ends}>
        <Button type="submit" kind="primary" busy={saving} disabled={saving}>
          {t('place.save')}
        </Button>
        <Button onClick={onCancel}>{t('place.cancel')}</Button>
      </div>
    </form>
  );
}
