import { useTranslation } from 'react-i18next';
import { useWorkflow } from '@/features/workflow/api';
import type { Rule } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { IconButton } from '@shared/ui/Button';
import { ListCard } from '@shared/ui/ListCard';
import { ListPage } from '@shared/ui/ListPage';
import { Banner, useReason } from '@shared/ui/Notice';
import styles from '@shared/ui/Place.module.css';
import { useDeleteRule, useOrderRules, useRules } from './api';
import { ConditionSaid } from './ConditionLine';
import { RuleForm } from './RuleForm';

/** What the desk does by itself, in the order it is done. */
export default function RulesScreen() {
  const { t } = useTranslation();
  const reason = useReason();
  const rules = useRules();
  const order = useOrderRules();
  const move = (all: Rule[], from: number, by: number) => {
    const ids = all.map(({ id }) => id);
    const [id] = ids.splice(from, 1);
    if (id) order.mutate(ids.toSpliced(from + by, 0, id));
  };
  return (
    <ListPage
      title={t('rules.title')}
      lead={t('rules.lead')}
      failed={t('rules.failed')}
      add={t('rules.add')}
      query={rules}
      empty={{ icon: 'bolt', title: t('rules.empty'), lead: t('rules.emptyLead') }}
      form={(done) => <RuleForm onDone={done} />}
    >
      {(all) => (
        <>
          {order.isError && (
            <Banner tone="bad" live="assertive">
              {reason(order.error)}
            </Banner>
          )}
          <ol className={styles.list}>
            {all.map((rule, at) => (
              <RuleCard key={rule.id} rule={rule} onUp={at > 0 ? () => move(all, at, -1) : undefined} onDown={at < all.length - 1 ? () => move(all, at, 1) : undefined} />
            ))}
          </ol>
        </>
      )}
    </ListPage>
  );
}

function RuleCard({ rule, onUp, onDown }: { rule: Rule; onUp?: () => void; onDown?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { actionName } = useWorkflow();
  const { name, on, when, if: asked, then: does } = rule.says;
  return (
    <ListCard
      name={name}
      remove={useDeleteRule(rule.id)}
      more={
        <>
          <IconButton icon="up" size="s" label={`${t('rules.up')}: ${name}`} disabled={!onUp} onClick={onUp} />
          <IconButton icon="down" size="s" label={`${t('rules.down')}: ${name}`} disabled={!onDown} onClick={onDown} />
        </>
      }
      form={(done) => <RuleForm rule={rule} onDone={done} />}
    >
      {rule.stoppedAt && <Banner tone="bad">{t('rules.stopped', { when: format.exact(new Date(rule.stoppedAt)) })}</Banner>}
      <p className={styles.facts}>
        {t(`ruleWhen.${when}`)}
        {!on && ` · ${t('rules.off')}`}
      </p>
      {asked.length > 0 && (
        <ul className={styles.facts}>
          {asked.map((condition, at) => (
            <li key={at}>
              <ConditionSaid condition={condition} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.facts}>→ {format.list(does.map(({ action, labels, priority }) => [actionName(action), ...(labels?.add ?? []), priority && t(`priority.${priority}`)].filter(Boolean).join(' ')))}</p>
    </ListCard>
  );
}
