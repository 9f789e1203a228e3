import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { Problem } from '@shared/api/problem';
import type { View } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import { Switch } from '@shared/ui/Switch';
import { useSaveView } from './api';

/** Asks what a narrowed list is called, and keeps it among the views. */
export function SaveView({ query, onSaved, onClose }: { query: Record<string, string | undefined>; onSaved: (view: View) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const reason = useReason();
  const id = useId();
  const save = useSaveView();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const fault = save.error instanceof Problem ? save.error.errors.name : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ query, view: { name, shared } }, { onSuccess: onSaved });
  };
  return (
    <Dialog
      title={t('saveView.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={id} busy={save.isPending} disabled={save.isPending}>
            {t('saveView.save')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} style={{ display: 'grid', gap: 'var(--s4)' }}>
        {save.isError && !fault && <Banner tone="bad">{reason(save.error)}</Banner>}
        <TextField label={t('place.name')} required maxLength={80} error={fault} value={name} onChange={({ target }) => setName(target.value)} />
        {me.role === 'admin' && <Switch label={t('saveView.shared')} on={shared} onChange={setShared} />}
      </form>
    </Dialog>
  );
}
