import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgents } from '@/features/agents/api';
import { useDepartments } from '@/features/departments/api';
import { useReplies } from '@/features/replies/api';
import { priorities, useWorkflow } from '@/features/workflow/api';
import type { RuleEffect } from '@shared/api/schema';
import { IconButton } from '@shared/ui/Button';
import { CheckList } from '@shared/ui/CheckList';
import { SelectField, TextArea, TextField } from '@shared/ui/Field';
import { listed, newEffect } from './rule';
import own from './Rules.module.css';

interface EffectLineProps {
  effect: RuleEffect;
  error: (part: string) => string | undefined;
  onChange: (effect: RuleEffect) => void;
  onRemove: () => void;
}

/** One thing a rule does, with what its action asks. */
export function EffectLine({ effect, error, onChange, onRemove }: EffectLineProps) {
  const { t } = useTranslation();
  const { actions, actionName } = useWorkflow();
  const agents = useAgents().filter(({ active }) => active);
  const departments = useDepartments();
  const replies = (useReplies().data ?? []).filter(({ shared }) => shared);
  const kind = actions.find(({ key }) => key === effect.action)?.kind;
  const edit = (part: Partial<RuleEffect>) => onChange({ ...effect, ...part });
  const { add = [], remove = [] } = effect.labels ?? {};
  return (
    <div className={own.line} role="group" aria-label={actionName(effect.action)}>
      <SelectField label={t('rules.action')} error={error('action') ?? error('fields')} value={effect.action} onChange={({ target }) => onChange(newEffect(target.value))}>
        {actions.map(({ key }) => (
          <option key={key} value={key}>
            {actionName(key)}
          </option>
        ))}
      </SelectField>
      {kind === 'reply' && (
        <SelectField label={t('rules.reply')} error={error('reply')} hint={replies.length === 0 ? t('mails.noReplies') : undefined} value={effect.reply ?? ''} onChange={({ target }) => edit({ reply: target.value || null })}>
          <option value="">{t('choose')}</option>
          {replies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {kind === 'note' && <TextArea label={t('rules.note')} rows={3} error={error('text')} value={effect.text ?? ''} onChange={({ target }) => edit({ text: target.value })} />}
      {kind === 'assign' && (
        <SelectField label={t('rules.assignee')} error={error('assignee')} value={effect.assignee ?? ''} onChange={({ target }) => edit({ assignee: target.value || null })}>
          <option value="">{t('rules.nobody')}</option>
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {kind === 'forward' && (
        <SelectField label={t('rules.department')} error={error('department')} value={effect.department ?? ''} onChange={({ target }) => edit({ department: target.value || null })}>
          <option value="">{t('choose')}</option>
          {departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {kind === 'label' && (
        <>
          <Labels label={t('rules.addLabels')} error={error('labels')} labels={add} onChange={(labels) => edit({ labels: { add: labels, remove } })} />
          <Labels label={t('rules.removeLabels')} labels={remove} onChange={(labels) => edit({ labels: { add, remove: labels } })} />
        </>
      )}
      {kind === 'priority' && (
        <SelectField label={t('rules.priority')} error={error('priority')} value={effect.priority ?? ''} onChange={({ target }) => edit({ priority: (target.value || null) as RuleEffect['priority'] })}>
          <option value="">{t('choose')}</option>
          {priorities.map((key) => (
            <option key={key} value={key}>
              {t(`priority.${key}`)}
            </option>
          ))}
        </SelectField>
      )}
      {kind === 'follow' && (
        <CheckList label={t('rules.follow')} hint={error('followers')} options={agents.map(({ id, name }) => ({ key: id, name }))} chosen={effect.followers?.add ?? []} onChange={(chosen) => edit({ followers: { add: chosen, remove: [] } })} />
      )}
      {kind === 'snooze' && <TextField label={t('rules.hours')} error={error('hours')} type="number" min={1} value={effect.hours ?? ''} onChange={({ target }) => edit({ hours: target.value ? Number(target.value) : null })} />}
      <IconButton icon="close" size="s" label={t('rules.remove')} onClick={onRemove} />
    </div>
  );
}

function Labels({ label, labels, error, onChange }: { label: string; labels: string[]; error?: string; onChange: (labels: string[]) => void }) {
  const [text, setText] = useState(labels.join(', '));
  return (
    <TextField
      label={label}
      error={error}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange(listed(target.value));
      }}
    />
  );
}
