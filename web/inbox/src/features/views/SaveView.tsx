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

interface SaveViewProps {
  query: Record<string, string | string[] | undefined>;
  /** The saved view that is changed; none where a new one is made. */
  edited?: Pick<View, 'key' | 'group'> & { name: string };
  onSaved: (view: View) => void;
  onClose: () => void;
}

/** Asks what a narrowed list is called, and keeps it among the views; or changes one that is there. */
export function SaveView({ query, edited, onSaved, onClose }: SaveViewProps) {
  const { t } = useTranslation();
  const me = useMe();
  const reason = useReason();
  const id = useId();
  const save = useSaveView(edited?.key);
  const [name, setName] = useState(edited?.name ?? '');
  const [shared, setShared] = useState(edited?.group === 'shared');
  const fault = save.error instanceof Problem ? save.error.errors.name : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ query, view: { name, shared } }, { onSuccess: onSaved });
  };
  return (
    <Dialog
      title={t(edited ? 'editView.title' : 'saveView.title')}
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
