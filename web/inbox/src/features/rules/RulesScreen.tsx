import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Button, IconButton } from '@shared/ui/Button';
import { Banner, Empty, LoadError, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import styles from '@shared/ui/Place.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useDeleteRule, useOrderRules, useRules, useSaveRule } from './api';
import { RuleForm } from './RuleForm';

/** What the desk does by itself, in the order it is done. */
export default function RulesScreen() {
  const { t } = useTranslation();
  const reason = useReason();
  const rules = useRules();
  const order = useOrderRules();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button icon="plus" className={styles.add} onClick={() => setAdding(true)}>
      {t('rules.add')}
    </Button>
  );
  const move = (from: number, by: number) => {
    const ids = rules.data?.map(({ id }) => id) ?? [];
    const [id] = ids.splice(from, 1);
    if (id) order.mutate(ids.toSpliced(from + by, 0, id));
  };
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('rules.title')}</h1>
        <p>{t('rules.lead')}</p>
      </header>
      {rules.data ? (
        <>
          {order.isError && (
            <Banner tone="bad" live="assertive">
              {reason(order.error)}
            </Banner>
          )}
          <ol className={styles.list}>
            {rules.data.map((rule, at) => (
              <RuleCard key={rule.id} rule={rule} onUp={at > 0 ? () => move(at, -1) : undefined} onDown={at < rules.data.length - 1 ? () => move(at, 1) : undefined} />
            ))}
          </ol>
          {adding ? (
            <section className={page.card} aria-label={t('rules.add')}>
              <h2>{t('rules.add')}</h2>
              <RuleForm onDone={() => setAdding(false)} />
            </section>
          ) : rules.data.length === 0 ? (
            <Empty icon="filter" title={t('rules.empty')} action={add}>
              {t('rules.emptyLead')}
            </Empty>
          ) : (
            add
          )}
        </>
      ) : rules.isError ? (
        <LoadError what={t('rules.failed')} error={rules.error} onRetry={() => void rules.refetch()} />
      ) : (
        <Loading className={styles.list}>
          <Skeleton height={90} />
        </Loading>
      )}
    </main>
  );
}

function RuleCard({ rule, onUp, onDown }: { rule: Rule; onUp?: () => void; onDown?: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const format = useFormat();
  const save = useSaveRule(rule.id);
  const remove = useDeleteRule(rule.id);
  const [editing, setEditing] = useState(false);
  const { name, on, when } = rule.says;
  const failed = [save, remove].find(({ isError }) => isError);
  return (
    <li className={page.card}>
      <header className={styles.header}>
        <h2 className={styles.name}>{name}</h2>
        {!editing && (
          <div className={styles.ends}>
            <IconButton icon="back" size="s" label={`${t('rules.up')}: ${name}`} disabled={!onUp} onClick={onUp} />
            <IconButton icon="next" size="s" label={`${t('rules.down')}: ${name}`} disabled={!onDown} onClick={onDown} />
            <Button size="s" onClick={() => setEditing(true)} aria-label={`${t('place.edit')}: ${name}`}>
              {t('place.edit')}
            </Button>
            <Button size="s" busy={remove.isPending} disabled={remove.isPending} onClick={() => remove.mutate(undefined)} aria-label={`${t('rules.delete')}: ${name}`}>
              {t('rules.delete')}
            </Button>
          </div>
        )}
      </header>
      {rule.stoppedAt && <Banner tone="bad">{t('rules.stopped', { when: format.exact(new Date(rule.stoppedAt)) })}</Banner>}
      {failed && (
        <Banner tone="bad" live="assertive">
          {reason(failed.error)}
        </Banner>
      )}
      {editing ? (
        <RuleForm rule={rule} onDone={() => setEditing(false)} />
      ) : (
        <p className={styles.facts}>
          {t(`ruleWhen.${when}`)}
          {!on && ` · ${t('rules.off')}`}
        </p>
      )}
    </li>
  );
}
