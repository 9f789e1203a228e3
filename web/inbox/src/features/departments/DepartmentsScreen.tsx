import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgents } from '@/features/agents/api';
import { useChannels } from '@/features/channels/api';
import { Problem } from '@shared/api/problem';
import type { Department } from '@shared/api/schema';
import { ChannelLinks } from '@shared/ui/ChannelLinks';
import { Button } from '@shared/ui/Button';
import { SelectField, TextField } from '@shared/ui/Field';
import { ListPage } from '@shared/ui/ListPage';
import { useReason } from '@shared/ui/Notice';
import styles from '@shared/ui/Place.module.css';
import { PlaceCard } from '@shared/ui/PlaceCard';
import { Switch } from '@shared/ui/Switch';
import { useDepartmentSettings, useSaveDepartment } from './api';

const assignments = ['keep', 'roundRobin', 'leastBusy'] as const;

/** The departments, and which channels bring them work. */
export default function DepartmentsScreen() {
  const { t } = useTranslation();
  return (
    <ListPage title={t('departments.title')} lead={t('departments.lead')} failed={t('departments.failed')} add={t('departments.add')} query={useDepartmentSettings()} form={(done) => <NameForm onDone={done} />}>
      {(departments) => (
        <ul className={styles.list}>
          {departments.map((department) => (
            <DepartmentCard key={department.id} department={department} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function DepartmentCard({ department }: { department: Department }) {
  const { t } = useTranslation();
  const turn = useSaveDepartment(department.id);
  const channels = useChannels().data?.filter((channel) => channel.department === department.id) ?? [];
  return (
    <PlaceCard place={department} effect={t('departments.offHint')} turn={turn} form={(done) => <NameForm department={department} onDone={done} />}>
      {!department.active && t('departments.offHint')}{' '}
      <ChannelLinks channels={channels} none={t('departments.noChannels')} />
    </PlaceCard>
  );
}

function NameForm({ department, onDone }: { department?: Department; onDone: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const save = useSaveDepartment(department?.id);
  const [name, setName] = useState(department?.name ?? '');
  const [assignment, setAssignment] = useState(department?.assignment ?? 'keep');
  const [presentOnly, setPresentOnly] = useState(department?.presentOnly ?? true);
  const [lead, setLead] = useState(department?.lead ?? '');
  const agents = useAgents().filter(({ active }) => active);
  const fault = save.error instanceof Problem ? save.error.errors.name : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(department ? { name, assignment, presentOnly, lead } : { name }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField label={t('place.name')} error={fault ?? (save.isError ? reason(save.error) : null)} required maxLength={80} autoFocus value={name} onChange={(event) => setName(event.target.value)} />
      {department && (
        <>
          <SelectField label={t('departments.assignment')} value={assignment} onChange={({ target }) => setAssignment(target.value as typeof assignment)}>
            {assignments.map((way) => (
              <option key={way} value={way}>
                {t(`assigns.${way}`)}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('departmentLead.label')} hint={t('departmentLead.hint')} value={lead} onChange={({ target }) => setLead(target.value)}>
            <option value="">{t('departmentLead.nobody')}</option>
            {agents.map(({ id, name: called }) => (
              <option key={id} value={id}>
                {called}
              </option>
            ))}
          </SelectField>
          {assignment !== 'keep' && <Switch label={t('departments.presentOnly')} hint={t('departments.presentOnlyHint')} on={presentOnly} onChange={setPresentOnly} />}
        </>
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
