import { useTranslation } from 'react-i18next';
import { useAgents } from '@/features/agents/api';
import { useDepartments } from '@/features/departments/api';
import { useRoles } from '@/features/people/api';
import { priorities } from '@/features/workflow/api';
import type { Action, ActionEffects, WorkflowDraft } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { Button } from '@shared/ui/Button';
import { CheckList } from '@shared/ui/CheckList';
import { SelectField, TextField } from '@shared/ui/Field';
import page from '@shared/ui/Page.module.css';
import { FieldList } from './FieldList';
import styles from './FlowScreen.module.css';
import { MailList } from './MailList';
import { NamesField } from './NamesField';

const kinds: Action['kind'][] = ['plain', 'reply', 'note', 'assign', 'forward', 'label', 'priority', 'follow', 'snooze', 'spam', 'fill'];
const owners: ActionEffects['owner'][] = ['keep', 'nobody', 'actor', 'agent', 'roundRobin', 'leastBusy'];

interface ActionFormProps {
  draft: WorkflowDraft;
  action: Action;
  /** Of this action, by the rest of their place. */
  error: (part: string) => string | undefined;
  onChange: (action: Action) => void;
  onRemove: () => void;
}

/** Everything about one action: where it is offered, what it asks, where it leads, what it changes by itself. */
export function ActionForm({ draft, action, error, onChange, onRemove }: ActionFormProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const agents = useAgents().filter(({ active }) => active);
  const departments = useDepartments();
  const roles = (useRoles().data ?? []).filter(({ id }) => id !== 'admin');
  const states = draft.states.map(({ key, names }) => ({ key, name: named(names, key) }));
  const edit = (part: Partial<Action>) => onChange({ ...action, ...part });
  const effect = (part: Partial<ActionEffects>) => edit({ effects: { ...action.effects, ...part } });
  const labels = (part: 'addLabels' | 'removeLabels', text: string) => effect({ [part]: text === '' ? [] : text.split(',').map((label) => label.trimStart()) });
  return (
    <section className={page.card} aria-label={t('flow.actions')}>
      {error('') && <p className={styles.fault}>{error('')}</p>}
      <NamesField label={t('flow.name')} names={action.names} error={error('names')} onChange={(names) => edit({ names })} />
      <div className={styles.pair}>
        <SelectField label={t('flow.kind')} value={action.kind} onChange={({ target }) => edit({ kind: target.value as Action['kind'] })}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`actionKind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <TextField label={t('flow.key')} hint={t('flow.keyHint')} error={error('key')} maxLength={40} value={action.key} onChange={({ target }) => edit({ key: target.value })} />
      </div>
      <CheckList label={t('flow.from')} hint={error('from')} options={states} chosen={action.from} onChange={(from) => edit({ from })} />
      <div className={styles.pair}>
        <SelectField label={t('flow.to')} error={error('to')} value={action.to ?? ''} onChange={({ target }) => edit({ to: target.value || null })}>
          <option value="">{t('flow.stays')}</option>
          {states.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('flow.afterHours')}
          hint={t('flow.afterHoursHint')}
          error={error('afterHours')}
          type="number"
          min={1}
          value={action.afterHours ?? ''}
          onChange={({ target }) => edit({ afterHours: target.value ? Number(target.value) : null })}
        />
      </div>
      <FieldList fields={action.fields} error={(part) => error(`fields${part}`)} onChange={(fields) => edit({ fields })} />
      <MailList mails={action.mails} error={(part) => error(`mails${part}`)} onChange={(mails) => edit({ mails })} />
      <div className={styles.pair}>
        <SelectField label={t('flow.owner')} value={action.effects.owner} onChange={({ target }) => effect({ owner: target.value as ActionEffects['owner'] })}>
          {owners.map((owner) => (
            <option key={owner} value={owner}>
              {t(`ownership.${owner}`)}
            </option>
          ))}
        </SelectField>
        {action.effects.owner === 'agent' && (
          <SelectField label={t('flow.ownerAgent')} error={error('effects.agent')} value={action.effects.agent ?? ''} onChange={({ target }) => effect({ agent: target.value || null })}>
            <option value="">{t('choose')}</option>
            {agents.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField label={t('flow.department')} error={error('effects.department')} value={action.effects.department ?? ''} onChange={({ target }) => effect({ department: target.value || null })}>
          <option value="">{t('flow.unchanged')}</option>
          {departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('flow.priority')} value={action.effects.priority ?? ''} onChange={({ target }) => effect({ priority: (target.value || null) as ActionEffects['priority'] })}>
          <option value="">{t('flow.unchanged')}</option>
          {priorities.map((priority) => (
            <option key={priority} value={priority}>
              {t(`priority.${priority}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={styles.pair}>
        <TextField label={t('flow.addLabels')} error={error('effects.addLabels')} value={action.effects.addLabels.join(',')} onChange={({ target }) => labels('addLabels', target.value)} />
        <TextField label={t('flow.removeLabels')} value={action.effects.removeLabels.join(',')} onChange={({ target }) => labels('removeLabels', target.value)} />
      </div>
      {roles.length > 1 && <CheckList label={t('flow.roles')} hint={t('roles.noneIsAll')} options={roles.map(({ id, name }) => ({ key: id, name: id === 'agent' ? t('roleName.agent') : name }))} chosen={action.roles} onChange={(chosen) => edit({ roles: chosen })} />}
      <div>
        <Button size="s" onClick={onRemove}>
          {t('flow.remove')}
        </Button>
      </div>
    </section>
  );
}
