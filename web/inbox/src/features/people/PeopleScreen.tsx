import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { LoadError } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import styles from '@shared/ui/Place.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { AgentCard } from './AgentCard';
import { AgentForm } from './AgentForm';
import { useAgentSettings } from './api';

/** Everybody who answers customers, and how more of them come in. */
export default function PeopleScreen() {
  const { t } = useTranslation();
  const agents = useAgentSettings();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const byName = (one: Agent, other: Agent) => Number(other.active) - Number(one.active) || one.name.localeCompare(other.name);
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('people.title')}</h1>
        <p>{t('people.lead')}</p>
      </header>
      {agents.data ? (
        <>
          {adding ? (
            <section className={page.card} aria-label={t('people.add')}>
              <h2>{t('people.add')}</h2>
              <AgentForm
                onDone={(agent) => {
                  setAdding(false);
                  setAdded(agent?.id ?? null);
                }}
              />
            </section>
          ) : (
            <Button icon="plus" kind="primary" className={styles.add} onClick={() => setAdding(true)}>
              {t('people.add')}
            </Button>
          )}
          <ul className={styles.list}>
            {[...agents.data].sort(byName).map((agent) => (
              <AgentCard key={agent.id} agent={agent} invited={agent.id === added} />
            ))}
          </ul>
        </>
      ) : agents.isError ? (
        <LoadError what={t('people.failed')} error={agents.error} onRetry={() => void agents.refetch()} />
      ) : (
        <Loading className={styles.list}>
          <Skeleton height={90} />
          <Skeleton height={90} />
        </Loading>
      )}
    </main>
  );
}
