import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '@/features/departments/api';
import { useWorkflow } from '@/features/workflow/api';
import { Problem } from '@shared/api/problem';
import type { Grant, Role } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { CheckList } from '@shared/ui/CheckList';
import { TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from '@shared/ui/Place.module.css';
import { Switch } from '@shared/ui/Switch';
import { useSaveRole } from './api';
import { offered, useActionName } from './offered';
import own from './RoleForm.module.css';

const everywhere = (action: string): Grant => ({ action, states: [], departments: [] });

/** What a role sees and may do: a line for each action, and where it may be taken. */
export function RoleForm({ role, onDone }: { role?: Role; onDone: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const save = useSaveRole(role?.id);
  const { states, stateName, actions } = useWorkflow();
  const actionName = useActionName();
  const [name, setName] = useState(role?.name ?? '');
  const [sees, setSees] = useState(role?.states ?? []);
  const [grants, setGrants] = useState<Grant[] | null>(role?.grants ?? null);
  const errors = save.error instanceof Problem ? save.error.errors : {};
  const keys = [...actions.map(({ key }) => key), ...offered];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, states: sees, grants }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField label={t('place.name')} error={errors.name} required maxLength={80} autoFocus value={name} onChange={(event) => setName(event.target.value)} />
      <CheckList label={t('roles.sees')} hint={t('roles.seesHint')} options={states.map(({ key }) => ({ key, name: stateName(key) }))} chosen={sees} onChange={setSees} />
      <Switch label={t('roles.some')} hint={t('roles.someHint')} on={grants !== null} onChange={(some) => setGrants(some ? keys.map(everywhere) : null)} />
      {grants && (
        <ul className={own.grants}>
          {keys.map((key) => (
            <GrantLine key={key} name={actionName(key)} grant={grants.find(({ action }) => action === key)} onChange={(grant) => setGrants([...grants.filter(({ action }) => action !== key), ...(grant ? [grant] : [])])} empty={everywhere(key)} />
          ))}
        </ul>
      )}
      {save.isError && !errors.name && (
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

interface GrantLineProps {
  name: string;
  grant: Grant | undefined;
  empty: Grant;
  onChange: (grant: Grant | undefined) => void;
}

/** Whether an action may be taken, and where. */
function GrantLine({ name, grant, empty, onChange }: GrantLineProps) {
  const { t } = useTranslation();
  const { states, stateName } = useWorkflow();
  const departments = useDepartments();
  const [narrowed, setNarrowed] = useState(grant !== undefined && (grant.states.length > 0 || grant.departments.length > 0));
  return (
    <li className={own.grant}>
      <div className={own.line}>
        <label className={own.action}>
          <input type="checkbox" checked={grant !== undefined} onChange={({ target }) => onChange(target.checked ? empty : undefined)} />
          {name}
        </label>
        {grant && (
          <Button
            size="s"
            kind="quiet"
            aria-expanded={narrowed}
            aria-label={`${name}: ${narrowed ? t('roles.everywhere') : t('roles.narrow')}`}
            onClick={() => {
              if (narrowed) onChange(empty);
              setNarrowed(!narrowed);
            }}
          >
            {narrowed ? t('roles.everywhere') : t('roles.narrow')}
          </Button>
        )}
      </div>
      {grant && narrowed && (
        <div className={own.where}>
          <CheckList label={t('roles.inStates')} options={states.map(({ key }) => ({ key, name: stateName(key) }))} chosen={grant.states} onChange={(chosen) => onChange({ ...grant, states: chosen })} />
          <CheckList label={t('roles.inDepartments')} hint={t('roles.noneIsAll')} options={departments.map(({ id, name: called }) => ({ key: id, name: called }))} chosen={grant.departments} onChange={(chosen) => onChange({ ...grant, departments: chosen })} />
        </div>
      )}
    </li>
  );
}
