import { useTranslation } from 'react-i18next';
import { useWorkflow } from '@/features/workflow/api';
import type { Role } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { ListCard } from '@shared/ui/ListCard';
import { ListPage } from '@shared/ui/ListPage';
import styles from '@shared/ui/Place.module.css';
import { useDeleteRole, useRoles } from './api';
import { useActionName } from './offered';
import { useRoleName } from './role-name';
import { RoleForm } from './RoleForm';

/** What agents see and may do, by state, action and department. */
export default function RolesScreen() {
  const { t } = useTranslation();
  const roles = useRoles();
  return (
    <ListPage title={t('roles.title')} lead={t('roles.lead')} failed={t('roles.failed')} add={t('roles.add')} query={roles} form={(done) => <RoleForm onDone={done} />}>
      {(all) => (
        <ul className={styles.list}>
          {all.map((role) => (
            <RoleCard key={role.id} role={role} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function RoleCard({ role }: { role: Role }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useRoleName()(role);
  const actionName = useActionName();
  const { stateName } = useWorkflow();
  const remove = useDeleteRole(role.id);
  const builtIn = role.id === 'admin' || role.id === 'agent';
  const actions = [...new Set(role.grants?.map(({ action }) => action))];
  return (
    <ListCard name={name} remove={builtIn ? undefined : remove} form={(done) => <RoleForm role={role} onDone={done} />}>
      <p className={styles.facts}>
        {role.id === 'admin' ? (
          t('roles.adminHint')
        ) : (
          <>
            {role.states.length > 0 ? t('roles.seesSome', { states: format.list(role.states.map(stateName)) }) : t('roles.seesAll')}
            <br />
            {!role.grants ? t('roles.doesAll') : actions.length > 0 ? t('roles.doesSome', { actions: format.list(actions.map(actionName)) }) : t('roles.doesNothing')}
          </>
        )}
      </p>
    </ListCard>
  );
}
