import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskState } from '@shared/api/schema';
import type { TextKey } from '@shared/i18n';
import { useFormat } from '@shared/i18n/format';
import { Ago } from '@shared/ui/Ago';
import { cx } from '@shared/ui/cx';
import { Icon } from '@shared/ui/Icon';
import styles from './HealthScreen.module.css';
import { isLate, isMost } from './standing';

const queues: Record<string, { label: TextKey; hint: TextKey }> = {
  inbound: { label: 'health.inbound', hint: 'health.inboundHint' },
  outbound: { label: 'health.outbound', hint: 'health.outboundHint' },
};

/** What waits now, in numbers. */
export function Now({ state }: { state: DeskState }) {
  const { t } = useTranslation();
  const late = isLate(state);
  return (
    <dl className={styles.tiles}>
      {state.queues.map(({ name, waiting }) => {
        const known = queues[name];
        return (
          <Tile key={name} label={known ? t(known.label) : name} count={waiting}>
            {known && t(known.hint)}
          </Tile>
        );
      })}
      <Tile label={t('health.overdue')} capped count={state.outbox} tone={late ? 'warn' : undefined}>
        {state.oldestDueAt === null ? (
          t('health.noneOverdue')
        ) : (
          <>
            {t('health.since')} <Ago at={state.oldestDueAt} style="moment" />
            {late && <span className={styles.advice}>{t('health.overdueHint')}</span>}
          </>
        )}
      </Tile>
      <Tile label={t('problems.title')} capped count={state.problems} tone={state.problems > 0 ? 'bad' : undefined}>
        {state.problems > 0 ? <a href="#problems">{t('health.seeProblems')}</a> : t('health.noProblems')}
      </Tile>
    </dl>
  );
}

interface TileProps {
  label: string;
  count: number;
  /** The server counts no further than it must. */
  capped?: boolean;
  tone?: 'warn' | 'bad';
  children: ReactNode;
}

function Tile({ label, count, capped, tone, children }: TileProps) {
  const format = useFormat();
  return (
    <div className={cx(styles.tile, tone && styles[tone])}>
      <dt>
        {tone && <Icon name="alert" size={14} />}
        {label}
      </dt>
      <dd className={styles.count}>
        {format.number(count)}
        {capped && isMost(count) && '+'}
      </dd>
      <dd className={styles.fact}>{children}</dd>
    </div>
  );
}
