import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/agents/api';
import { useCalendars } from '@/features/calendars/api';
import { useDepartments } from '@/features/departments/api';
import { Problem } from '@shared/api/problem';
import type { Agent } from '@shared/api/schema';
import { languages } from '@shared/i18n';
import { Button } from '@shared/ui/Button';
import { CheckList } from '@shared/ui/CheckList';
import { SelectField, TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from '@shared/ui/Place.module.css';
import { useRoles, useSaveAgent } from './api';
import { useRoleName } from './role-name';

/** Who somebody is, what they may do and where; for a new agent, or one that is there. */
export function AgentForm({ agent, onDone }: { agent?: Agent; onDone: (saved?: Agent) => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const me = useMe();
  const departments = useDepartments();
  const roles = useRoles().data ?? [];
  const calendars = useCalendars().data ?? [];
  const roleName = useRoleName();
  const save = useSaveAgent(agent?.id);
  const [given, setGiven] = useState({
    name: agent?.name ?? '',
    email: agent?.email ?? '',
    role: agent?.role ?? 'agent',
    language: agent?.language ?? me.language,
    departments: agent?.departments ?? [],
    capacity: agent?.capacity == null ? '' : String(agent.capacity),
    shift: agent?.shift ?? '',
  });
  const errors = save.error instanceof Problem ? save.error.errors : {};
  const field = (name: 'name' | 'email' | 'role' | 'language' | 'capacity' | 'shift') => ({
    value: given[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...given, capacity: given.capacity === '' ? -1 : Number(given.capacity) }, { onSuccess: (saved) => onDone(saved) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        <TextField label={t('place.name')} required maxLength={80} autoFocus {...field('name')} />
        <TextField label={t('signIn.email')} type="email" required {...field('email')} />
        <SelectField label={t('people.role')} {...field('role')}>
          {roles.map((role) => (
            <option key={role.id} value={role.id}>
              {roleName(role)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('user.language')} {...field('language')}>
          {languages.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </SelectField>
        {calendars.length > 0 && (
          <SelectField label={t('people.shift')} hint={t('people.shiftHint')} {...field('shift')}>
            <option value="">{t('people.noShift')}</option>
            {calendars.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <TextField label={t('people.capacity')} type="number" min={0} max={10000} hint={t('people.capacityHint')} {...field('capacity')} />
      </div>
      {departments.length > 1 && (
        <CheckList
          label={t('departments.title')}
          hint={t('people.departmentsHint')}
          options={departments.map(({ id, name }) => ({ key: id, name }))}
          chosen={given.departments}
          onChange={(chosen) => setGiven({ ...given, departments: chosen })}
        />
      )}
      {save.isError && Object.keys(errors).length === 0 && (
        <Banner tone="bad" live="assertive">
          {reason(save.error)}
        </Banner>
      )}
      <div className={styles.ends}>
        <Button type="submit" kind="primary" busy={save.isPending} disabled={save.isPending}>
          {t('place.save')}
        </Button>
        <Button onClick={() => onDone()}>{t('place.cancel')}</Button>
      </div>
    </form>
  );
}
