import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldList } from '@/features/flow/api';
import { useStores } from '@/features/stores/api';
import { Problem } from '@shared/api/problem';
import type { TicketField } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { CheckList } from '@shared/ui/CheckList';
import { Banner, LoadError, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import styles from '@shared/ui/Place.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { tell } from '@shared/ui/toast';
import { LeaveGuard } from '@shared/ui/LeaveGuard';
import { useFields, useSaveFields } from './api';

/** What the desk keeps of every ticket. */
export default function FieldsScreen() {
  const { t } = useTranslation();
  const fields = useFields();
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('fields.title')}</h1>
        <p>{t('fields.lead')}</p>
      </header>
      {fields.data ? (
        <FieldsForm saved={fields.data} />
      ) : fields.isError ? (
        <LoadError what={t('fields.failed')} error={fields.error} onRetry={() => void fields.refetch()} />
      ) : (
        <Loading>
          <Skeleton height={160} />
        </Loading>
      )}
    </main>
  );
}

function FieldsForm({ saved }: { saved: TicketField[] }) {
  const { t } = useTranslation();
  const reason = useReason();
  const stores = useStores();
  const save = useSaveFields();
  const [fields, setFields] = useState(saved);
  const errors = save.error instanceof Problem ? save.error.errors : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(fields, { onSuccess: () => tell(t('fields.saved')) });
  };
  return (
    <form className={page.card} aria-label={t('fields.own')} onSubmit={submit}>
      <FieldList
        label={t('fields.own')}
        keys={new Set(saved.map(({ field }) => field.key))}
        fields={fields.map(({ field }) => field)}
        error={(part) => errors[`fields${part}`]}
        onChange={(next) => setFields(next.map((field, at) => ({ field, stores: (fields.find((one) => one.field.key === field.key) ?? (next.length === fields.length ? fields[at] : undefined))?.stores ?? [] })))}
        more={(at) =>
          stores.length > 1 && (
            <CheckList
              label={t('fields.stores')}
              hint={errors[`fields[${at}].stores`] ?? t('roles.noneIsAll')}
              options={stores.map(({ id, name }) => ({ key: id, name }))}
              chosen={fields[at]?.stores ?? []}
              onChange={(chosen) => setFields(fields.map((one, place) => (place === at ? { ...one, stores: chosen } : one)))}
            />
          )
        }
      />
      <LeaveGuard on={JSON.stringify(fields) !== JSON.stringify(saved)} />
      {save.isError && (
        <Banner tone="bad" live="assertive">
          {reason(save.error)}
        </Banner>
      )}
      <div className={styles.ends}>
        <Button type="submit" kind="primary" busy={save.isPending} disabled={save.isPending || JSON.stringify(fields) === JSON.stringify(saved)}>
          {t('place.save')}
        </Button>
      </div>
    </form>
  );
}
