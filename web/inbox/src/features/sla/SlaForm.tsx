import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels } from '@/features/channels/api';
import { useStores } from '@/features/stores/api';
import { priorities, useWorkflow } from '@/features/workflow/api';
import { Problem } from '@shared/api/problem';
import type { Priority, SlaDraft, SlaPolicy } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { CheckList } from '@shared/ui/CheckList';
import { SelectField, TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from '@shared/ui/Place.module.css';
import { Switch } from '@shared/ui/Switch';
import { useSavePolicy } from './api';
import { kinds } from './span';
import { SpanField } from './SpanField';

const blank: SlaDraft = { name: '', stores: [], channels: [], priorities: [], firstReply: null, nextReply: null, resolution: null, businessHours: true, warnMinutes: null, warnAction: null, breachAction: null };

/** For which tickets something is promised, what, and what happens before and after it is broken. */
export function SlaForm({ policy, onDone }: { policy?: SlaPolicy; onDone: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const save = useSavePolicy(policy?.id);
  const stores = useStores();
  const channels = useChannels().data ?? [];
  const { actions, actionName } = useWorkflow();
  const [draft, setDraft] = useState<SlaDraft>(policy?.says ?? blank);
  const errors = save.error instanceof Problem ? save.error.errors : {};
  const edit = (part: Partial<SlaDraft>) => setDraft({ ...draft, ...part });
  const plain = actions.filter(({ kind, fields }) => kind === 'plain' && fields.every(({ required }) => !required));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft, { onSuccess: onDone });
  };
  const action = (key: 'warnAction' | 'breachAction') => (
    <SelectField label={t(`sla.${key}`)} error={errors[key]} value={draft[key] ?? ''} onChange={({ target }) => edit({ [key]: target.value || null })}>
      <option value="">{t('sla.noAction')}</option>
      {plain.map(({ key: one }) => (
        <option key={one} value={one}>
          {actionName(one)}
        </option>
      ))}
    </SelectField>
  );
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField label={t('place.name')} error={errors.name} required maxLength={80} autoFocus value={draft.name} onChange={({ target }) => edit({ name: target.value })} />
      {stores.length > 1 && <CheckList label={t('sla.stores')} hint={errors.stores ?? t('roles.noneIsAll')} options={stores.map(({ id, name }) => ({ key: id, name }))} chosen={draft.stores} onChange={(chosen) => edit({ stores: chosen })} />}
      {channels.length > 1 && <CheckList label={t('sla.channels')} hint={errors.channels ?? t('roles.noneIsAll')} options={channels.map(({ id, name }) => ({ key: id, name }))} chosen={draft.channels} onChange={(chosen) => edit({ channels: chosen })} />}
      <CheckList label={t('sla.priorities')} hint={t('roles.noneIsAll')} options={priorities.map((key) => ({ key, name: t(`priority.${key}`) }))} chosen={draft.priorities} onChange={(chosen) => edit({ priorities: chosen as Priority[] })} />
      <div className={styles.fields}>
        {kinds.map((kind) => (
          <SpanField key={kind} label={t(`slaKind.${kind}`)} error={errors[kind]} minutes={draft[kind]} onChange={(minutes) => edit({ [kind]: minutes })} />
        ))}
        <SpanField label={t('sla.warn')} error={errors.warnMinutes} minutes={draft.warnMinutes} onChange={(warnMinutes) => edit({ warnMinutes })} />
      </div>
      <Switch label={t('sla.inHours')} hint={t('sla.inHoursHint')} on={draft.businessHours} onChange={(businessHours) => edit({ businessHours })} />
      <div className={styles.fields}>
        {action('warnAction')}
        {action('breachAction')}
      </div>
      {save.isError && (
        <Banner tone="bad" live="assertive">
          {reason(save.error)}
        </Banner>
      )}
      <div className={styles.ends}>
        <Button type="submit" kind="primary" busy={save.isPending} disabled={save.isPending}>
          {t('place.save')}
        </Button>
        <Button onClick={onDone}>{t('place.cancel')}</Button>
      </div>
    </form>
  );
}
