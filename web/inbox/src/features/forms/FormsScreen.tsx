import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels } from '@/features/channels/api';
import { useStores } from '@/features/stores/api';
import { languages } from '@shared/i18n';
import { cx } from '@shared/ui/cx';
import { SelectField } from '@shared/ui/Field';
import { Empty, LoadError } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { FormBuilder } from './FormBuilder';
import styles from './Forms.module.css';

/** The shop's forms: what each asks, how it looks, where it leads. */
export default function FormsScreen() {
  const { t } = useTranslation();
  const channels = useChannels();
  const stores = useStores();
  const [chosen, setChosen] = useState('');
  const forms = channels.data?.filter(({ kind }) => kind === 'form');
  const form = forms?.find(({ id }) => id === chosen) ?? forms?.[0];
  const spoken = stores.find(({ id }) => id === form?.store)?.language;
  return (
    <main className={cx(page.page, styles.page)}>
      <header className={page.header}>
        <h1>{t('forms.title')}</h1>
        <p>{t('forms.lead')}</p>
      </header>
      {forms && forms.length > 1 && (
        <SelectField label={t('forms.which')} className={styles.which} value={form?.id} onChange={({ target }) => setChosen(target.value)}>
          {forms.map(({ id, name, store }) => (
            <option key={id} value={id}>
              {stores.length > 1 ? `${name} · ${stores.find((one) => one.id === store)?.name ?? store}` : name}
            </option>
          ))}
        </SelectField>
      )}
      {form ? (
        <FormBuilder key={form.id} channel={form} language={languages.find(({ key }) => key === spoken)?.key ?? 'en'} />
      ) : channels.isError ? (
        <LoadError what={t('forms.failed')} error={channels.error} onRetry={() => void channels.refetch()} />
      ) : forms ? (
        <Empty icon="form" title={t('forms.empty')} />
      ) : (
        <Loading>
          <Skeleton height={320} />
        </Loading>
      )}
    </main>
  );
}
