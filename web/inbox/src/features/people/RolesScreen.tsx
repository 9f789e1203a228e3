import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkflow } from '@/features/workflow/api';
import type { Role } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Button } from '@shared/ui/Button';
import { Banner, LoadError, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import styles from '@shared/ui/Place.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useDeleteRole, useRoles } from './api';
import { useActionName } from './offered';
import { useRoleName } from './role-name';
import { RoleForm } from './RoleForm';

/** What agents see and may do, by state, action and department. */
export default function RolesScreen() {
  const { t } = useTranslation();
  const roles = useRoles();
  const [adding, setAdding] = useState(false);
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('roles.title')}</h1>
        <p>{t('roles.lead')}</p>
      </header>
      {roles.data ? (
        <>
          <ul className={styles.list}>
            {roles.data.map((role) => (
              <RoleCard key={role.id} role={role} />
            ))}
          </ul>
          {adding ? (
            <section className={page.card} aria-label={t('roles.add')}>
              <h2>{t('roles.add')}</h2>
              <RoleForm onDone={() => setAdding(false)} />
            </section>
          ) : (
            <Button icon="plus" className={styles.add} onClick={() => setAdding(true)}>
              {t('roles.add')}
            </Button>
          )}
        </>
      ) : roles.isError ? (
        <LoadError what={t('roles.failed')} error={roles.error} onRetry={() => void roles.refetch()} />
      ) : (
        <Loading className={styles.list}>
          <Skeleton height={90} />
        </Loading>
      )}
    </main>
  );
}

function RoleCard({ role }: { role: Role }) {
  const { t } = useTranslation();
  const reason = useReason();
  const format = useFormat();
  const name = useRoleName()(role);
  const actionName = useActionName();
  const { stateName } = useWorkflow();
  const remove = useDeleteRole(role.id);
  const [editing, setEditing] = useState(false);
  const builtIn = role.id === 'admin' || role.id === 'agent';
  const actions = [...new Set(role.grants?.map(({ action }) => action))];
  return (
    <li className={page.card}>
      <header className={styles.header}>
        <h2 className={styles.name}>{name}</h2>
        {!builtIn && !editing && (
          <div className={styles.ends}>
            <Button size="s" onClick={() => setEditing(true)} aria-label={`${t('place.edit')}: ${name}`}>
              {t('place.edit')}
            </Button>
            <Button size="s" busy={remove.isPending} disabled={remove.isPending} onClick={() => remove.mutate()} aria-label={`${t('roles.delete')}: ${name}`}>
              {t('roles.delete')}
            </Button>
          </div>
        )}
      </header>
      {remove.isError && (
        <Banner tone="bad" live="assertive">
          {reason(remove.error)}
        </Banner>
      )}
      {editing ? (
        <RoleForm role={role} onDone={() => setEditing(false)} />
      ) : (
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
      )}
    </li>
  );
}
