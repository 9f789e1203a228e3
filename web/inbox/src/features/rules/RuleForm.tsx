import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@shared/api/problem';
import type { Rule, RuleDraft } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { SelectField, TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from '@shared/ui/Place.module.css';
import { Segments } from '@shared/ui/Segments';
import { Switch } from '@shared/ui/Switch';
import { useDryRun, useSaveRule } from './api';
import { ConditionLine } from './ConditionLine';
import { DryRun } from './DryRun';
import { EffectLine } from './EffectLine';
import { newCondition, newEffect, newRule, whens } from './rule';
import own from './Rules.module.css';

/** When a rule looks at a ticket, what it asks and what it does; tried on past tickets before it counts. */
export function RuleForm({ rule, onDone }: { rule?: Rule; onDone: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const save = useSaveRule(rule?.id);
  const trial = useDryRun();
  const [draft, setDraft] = useState<RuleDraft>(rule?.says ?? newRule);
  const failed = [save, trial].find(({ isError }) => isError)?.error;
  const errors = failed instanceof Problem ? failed.errors : {};
  const edit = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part });
  const errorAt = (place: string) => (part: string) => errors[`${place}.${part}`];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trial.reset();
    save.mutate(draft, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        <TextField label={t('place.name')} error={errors.name} required maxLength={80} autoFocus value={draft.name} onChange={({ target }) => edit({ name: target.value })} />
        <SelectField label={t('rules.when')} value={draft.when} onChange={({ target }) => edit({ when: target.value as RuleDraft['when'], afterHours: target.value === 'silent' ? (draft.afterHours ?? 24) : null })}>
          {whens.map((when) => (
            <option key={when} value={when}>
              {t(`ruleWhen.${when}`)}
            </option>
          ))}
        </SelectField>
        {draft.when === 'silent' && (
          <TextField label={t('rules.afterHours')} hint={t('rules.afterHoursHint')} error={errors.afterHours} type="number" min={1} required value={draft.afterHours ?? ''} onChange={({ target }) => edit({ afterHours: target.value ? Number(target.value) : null })} />
        )}
      </div>
      <fieldset className={own.part}>
        <legend>{t('rules.if')}</legend>
        {draft.if.length > 1 && (
          <Segments
            label={t('rules.if')}
            options={[
              { key: 'all', name: t('rules.all') },
              { key: 'any', name: t('rules.any') },
            ]}
            chosen={draft.any ? 'any' : 'all'}
            onChoose={(key) => edit({ any: key === 'any' })}
          />
        )}
        {draft.if.length === 0 && <p className={styles.facts}>{t('rules.always')}</p>}
        {draft.if.map((condition, at) => (
          <ConditionLine
            key={at}
            condition={condition}
            when={draft.when}
            error={errorAt(`if[${at}]`)}
            onChange={(next) => edit({ if: draft.if.map((one, place) => (place === at ? next : one)) })}
            onRemove={() => edit({ if: draft.if.filter((_, place) => place !== at) })}
          />
        ))}
        <div>
          <Button size="s" icon="plus" onClick={() => edit({ if: [...draft.if, newCondition] })}>
            {t('rules.addCondition')}
          </Button>
        </div>
      </fieldset>
      <fieldset className={own.part}>
        <legend>{t('rules.then')}</legend>
        {errors.then && <p className={own.fault}>{errors.then}</p>}
        {draft.then.map((effect, at) => (
          <EffectLine
            key={at}
            effect={effect}
            error={errorAt(`then[${at}]`)}
            onChange={(next) => edit({ then: draft.then.map((one, place) => (place === at ? next : one)) })}
            onRemove={() => edit({ then: draft.then.filter((_, place) => place !== at) })}
          />
        ))}
        <div>
          <Button size="s" icon="plus" onClick={() => edit({ then: [...draft.then, newEffect('label')] })}>
            {t('rules.addEffect')}
          </Button>
        </div>
      </fieldset>
      <Switch label={t('rules.on')} on={draft.on} onChange={(on) => edit({ on })} />
      {failed && (
        <Banner tone="bad" live="assertive">
          {reason(failed)}
        </Banner>
      )}
      {trial.data && <DryRun key={trial.data.id} begun={trial.data} />}
      <div className={styles.ends}>
        <Button type="submit" kind="primary" busy={save.isPending} disabled={save.isPending}>
          {t('place.save')}
        </Button>
        <Button
          busy={trial.isPending}
          disabled={trial.isPending}
          onClick={() => {
            save.reset();
            trial.mutate({ rule: draft, id: rule?.id });
          }}
        >
          {t('rules.try')}
        </Button>
        <Button onClick={onDone}>{t('place.cancel')}</Button>
      </div>
    </form>
  );
}
