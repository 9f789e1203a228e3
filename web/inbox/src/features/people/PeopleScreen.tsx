import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '@shared/api/schema';
import { ListPage } from '@shared/ui/ListPage';
import styles from '@shared/ui/Place.module.css';
import { AgentCard } from './AgentCard';
import { AgentForm } from './AgentForm';
import { useAgentSettings } from './api';

/** Everybody who answers customers, and how more of them come in. */
export default function PeopleScreen() {
  const { t } = useTranslation();
  const [added, setAdded] = useState<string | null>(null);
  const byName = (one: Agent, other: Agent) => Number(other.active) - Number(one.active) || one.name.localeCompare(other.name);
  const form = (done: () => void) => (
    <AgentForm
      onDone={(agent) => {
        done();
        setAdded(agent?.id ?? null);
      }}
    />
  );
  return (
    <ListPage title={t('people.title')} lead={t('people.lead')} failed={t('people.failed')} add={t('people.add')} query={useAgentSettings()} form={form}>
      {(all) => (
        <ul className={styles.list}>
          {[...all].sort(byName).map((agent) => (
            <AgentCard key={agent.id} agent={agent} invited={agent.id === added} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}
