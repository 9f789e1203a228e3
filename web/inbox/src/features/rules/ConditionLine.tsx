import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgents } from '@/features/agents/api';
import { useChannels } from '@/features/channels/api';
import { useDepartments } from '@/features/departments/api';
import { useVariables } from '@/features/replies/api';
import { useStores } from '@/features/stores/api';
import { priorities, useWorkflow } from '@/features/workflow/api';
import type { RuleCondition, RuleDraft } from '@shared/api/schema';
import { languages } from '@shared/i18n';
import { useFormat } from '@shared/i18n/format';
import { IconButton } from '@shared/ui/Button';
import { CheckList } from '@shared/ui/CheckList';
import { SelectField, TextField } from '@shared/ui/Field';
import { fields, isCounted, isOrdered, isTyped, listed, testsOf } from './rule';
import own from './Rules.module.css';

interface ConditionLineProps {
  condition: RuleCondition;
  when: RuleDraft['when'];
  error: (part: string) => string | undefined;
  onChange: (condition: RuleCondition) => void;
  onRemove: () => void;
}

/** One thing a rule asks of a ticket. */
export function ConditionLine({ condition, when, error, onChange, onRemove }: ConditionLineProps) {
  const { t } = useTranslation();
  const { field, test, values } = condition;
  const options = useOptions(field);
  const keys = (useVariables().data ?? []).filter(({ name }) => name.startsWith('fields.')).map(({ name }) => name.slice('fields.'.length));
  const edit = (part: Partial<RuleCondition>) => onChange({ ...condition, ...part });
  const choose = (next: RuleCondition['field']) => {
    const tests = testsOf(next, when);
    onChange({ field: next, test: tests.includes(test) ? test : (tests[0] ?? 'is'), values: [], key: next === 'field' ? (keys[0] ?? '') : null });
  };
  // One value is compared with, any of several is looked for.
  const retest = (next: RuleCondition['test']) => edit({ test: next, values: isOrdered(next) ? values.filter((value) => value !== 'none').slice(0, 1) : values });
  return (
    <div className={own.line} role="group" aria-label={t(`ruleField.${field}`)}>
      <SelectField label={t('rules.field')} value={field} onChange={({ target }) => choose(target.value as RuleCondition['field'])}>
        {fields.map((one) => (
          <option key={one} value={one}>
            {t(`ruleField.${one}`)}
          </option>
        ))}
      </SelectField>
      {field === 'field' && (
        <SelectField label={t('rules.key')} error={error('key')} value={condition.key ?? ''} onChange={({ target }) => edit({ key: target.value })}>
          <option value="">{t('choose')}</option>
          {keys.map((key) => (
            <option key={key} value={key}>
              {key}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField label={t('rules.test')} error={error('test')} value={test} onChange={({ target }) => retest(target.value as RuleCondition['test'])}>
        {testsOf(field, when).map((one) => (
          <option key={one} value={one}>
            {t(`ruleTest.${one}`)}
          </option>
        ))}
      </SelectField>
      {isTyped(field) ? (
        <Typed key={field} label={isCounted(field) ? t('rules.value') : t('rules.values')} number={isCounted(field)} error={error('values')} values={values} onChange={(typed) => edit({ values: typed })} />
      ) : isOrdered(test) ? (
        <SelectField label={t('rules.value')} error={error('values')} value={values[0] ?? ''} onChange={({ target }) => edit({ values: [target.value].filter(Boolean) })}>
          <option value="">{t('choose')}</option>
          {options
            .filter(({ key }) => key !== 'none')
            .map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
        </SelectField>
      ) : (
        <CheckList label={t('rules.value')} hint={error('values')} options={options} chosen={values} onChange={(chosen) => edit({ values: chosen })} />
      )}
      <IconButton icon="close" size="s" label={t('rules.remove')} onClick={onRemove} />
    </div>
  );
}

/** Keeps what is typed as it is typed, and says what stands between the commas. */
function Typed({ label, number, values, error, onChange }: { label: string; number: boolean; values: string[]; error?: string; onChange: (values: string[]) => void }) {
  const [text, setText] = useState(values.join(', '));
  return (
    <TextField
      label={label}
      error={error}
      inputMode={number ? 'decimal' : undefined}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange(number ? [target.value.trim()].filter(Boolean) : listed(target.value));
      }}
    />
  );
}

/** What a field can be, by name. */
/** What a condition asks, in a line of words. */
export function ConditionSaid({ condition: { field, test, values, key } }: { condition: RuleCondition }) {
  const { t } = useTranslation();
  const format = useFormat();
  const options = useOptions(field);
  const names = values.map((value) => options.find((one) => one.key === value)?.name ?? value);
  return [field === 'field' ? key : t(`ruleField.${field}`), t(`ruleTest.${test}`), format.list(names)].filter(Boolean).join(' ');
}

function useOptions(field: RuleCondition['field']): { key: string; name: string }[] {
  const { t } = useTranslation();
  const { states, stateName } = useWorkflow();
  const stores = useStores();
  const channels = useChannels().data ?? [];
  const departments = useDepartments();
  const agents = useAgents();
  const byId = (all: { id: string; name: string }[]) => all.map(({ id, name }) => ({ key: id, name }));
  switch (field) {
    case 'state':
      return states.map(({ key }) => ({ key, name: stateName(key) }));
    case 'category':
      return (['new', 'open', 'waiting', 'closed', 'archived'] as const).map((key) => ({ key, name: t(`category.${key}`) }));
    case 'priority':
      return priorities.map((key) => ({ key, name: t(`priority.${key}`) }));
    case 'store':
      return byId(stores);
    case 'channel':
      return byId(channels);
    case 'channelKind':
      return (['email', 'form', 'chat', 'messenger', 'instagram', 'whatsapp'] as const).map((key) => ({ key, name: t(`source.${key}`) }));
    case 'department':
      return byId(departments);
    case 'assignee':
      return [{ key: 'nobody', name: t('rules.nobody') }, ...byId(agents)];
    case 'follower':
      return byId(agents);
    case 'language':
      return languages.map(({ key, name }) => ({ key, name }));
    case 'rating':
      return [...[1, 2, 3, 4, 5].map((count) => ({ key: String(count), name: t('rating.stars', { count }) })), { key: 'none', name: t('rating.none') }];
    case 'hours':
      return (['open', 'closed'] as const).map((key) => ({ key, name: t(`rules.${key}`) }));
    default:
      return (['yes', 'no'] as const).map((key) => ({ key, name: t(`rules.${key}`) }));
  }
}
