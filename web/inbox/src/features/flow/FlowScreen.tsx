import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workflow, WorkflowDraft } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { Button } from '@shared/ui/Button';
import { cx } from '@shared/ui/cx';
import { SelectField } from '@shared/ui/Field';
import { Banner, LoadError, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { StateMark } from '@shared/ui/StateMark';
import { tell } from '@shared/ui/toast';
import { ActionForm } from './ActionForm';
import { useFlow, useFlowLook, useSaveFlow } from './api';
import { draftOf, replaceAction, replaceState, unsaved, withAction, withoutAction, withoutState, withState, type Chosen } from './draft';
import { FlowChart } from './FlowChart';
import styles from './FlowScreen.module.css';
import { OtherFlows } from './OtherFlows';
import { StateForm } from './StateForm';

const id = 'workflow';

/** The workflow, drawn and changed; it is in force only once it is put there, whole. */
export default function FlowScreen() {
  const { t } = useTranslation();
  const flow = useFlow();
  return (
    <main className={cx(page.page, styles.page)}>
      <header className={page.header}>
        <h1>{t('flow.title')}</h1>
        <p>{t('flow.lead')}</p>
      </header>
      {flow.data ? (
        <FlowEditor inForce={flow.data} />
      ) : flow.isError ? (
        <LoadError what={t('flow.failed')} error={flow.error} onRetry={() => void flow.refetch()} />
      ) : (
        <Loading>
          <Skeleton height={320} />
        </Loading>
      )}
    </main>
  );
}

function FlowEditor({ inForce }: { inForce: Workflow }) {
  const { t, i18n } = useTranslation();
  const named = useNamed();
  const written = unsaved.useUnsaved(id);
  const [chosen, setChosen] = useState<Chosen>(null);
  const draft = written ?? draftOf(inForce);
  const looked = useDeferredValue(written);
  const look = useFlowLook(looked).data;
  const faults = written ? (look?.faults ?? []) : [];

  const change = (next: WorkflowDraft) => unsaved.keep(id, next);
  const add = ([next, key]: [WorkflowDraft, string], what: 'state' | 'action') => {
    change(next);
    setChosen({ what, key });
  };
  const names = (name: string) => ({ [i18n.language]: name });
  const errorAt = (place: string) => (part: string) => faults.find((fault) => fault.place === (part === '' || part.startsWith('[') ? place + part : `${place}.${part}`))?.why;
  const stateAt = chosen?.what === 'state' ? draft.states.findIndex(({ key }) => key === chosen.key) : -1;
  const actionAt = chosen?.what === 'action' ? draft.actions.findIndex(({ key }) => key === chosen.key) : -1;
  const state = draft.states[stateAt];
  const action = draft.actions[actionAt];

  return (
    <div className={styles.editor}>
      <OtherFlows inForce={inForce} onTake={(flow) => change({ ...draftOf(flow), version: inForce.version })} />
      <FlowChart draft={draft} faults={faults} chosen={chosen} onChoose={setChosen} onConnect={(from, to) => add(withAction(draft, names(t('flow.newAction')), [from], to), 'action')} />
      {written && <SaveBar draft={written} losing={look?.losing ?? {}} faults={faults.map(({ why }) => why)} inForce={inForce} onChange={change} />}
      <div className={styles.columns}>
        <div className={styles.lists}>
          <h2>{t('flow.states')}</h2>
          <ul>
            {draft.states.map(({ key, category, names: called }) => (
              <li key={key}>
                <button type="button" className={styles.item} aria-current={chosen?.what === 'state' && chosen.key === key} onClick={() => setChosen({ what: 'state', key })}>
                  <StateMark category={category} name={named(called, key)} bare />
                </button>
              </li>
            ))}
          </ul>
          <Button size="s" icon="plus" onClick={() => add(withState(draft, names(t('flow.newState'))), 'state')}>
            {t('flow.addState')}
          </Button>
          <h2>{t('flow.actions')}</h2>
          <ul>
            {draft.actions.map((one) => (
              <li key={one.key}>
                <button type="button" className={styles.item} aria-current={chosen?.what === 'action' && chosen.key === one.key} onClick={() => setChosen({ what: 'action', key: one.key })}>
                  {named(one.names, one.key)}{' '}
                  <span className={styles.fact}>
                    {one.to && `→ ${named(draft.states.find(({ key }) => key === one.to)?.names, one.to)}`}
                    {one.afterHours !== null && ` · ${t('flow.hours', { count: one.afterHours })}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <Button size="s" icon="plus" onClick={() => add(withAction(draft, names(t('flow.newAction')), draft.states.slice(0, 1).map(({ key }) => key), null), 'action')}>
            {t('flow.addAction')}
          </Button>
        </div>
        <div className={styles.form}>
          {!state && !action && <p className={styles.hint}>{t('flow.choose')}</p>}
          {state && (
            <StateForm
              key={stateAt}
              state={state}
              error={errorAt(`states[${stateAt}]`)}
              onChange={(next) => {
                change(replaceState(draft, state.key, next, inForce));
                setChosen({ what: 'state', key: next.key });
              }}
              onRemove={() => {
                change(withoutState(draft, state.key));
                setChosen(null);
              }}
            />
          )}
          {action && (
            <ActionForm
              key={actionAt}
              draft={draft}
              action={action}
              error={errorAt(`actions[${actionAt}]`)}
              onChange={(next) => {
                change(replaceAction(draft, action.key, next));
                setChosen({ what: 'action', key: next.key });
              }}
              onRemove={() => {
                change(withoutAction(draft, action.key));
                setChosen(null);
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

interface SaveBarProps {
  draft: WorkflowDraft;
  /** How many tickets lose their state, by its key. */
  losing: Record<string, number>;
  faults: string[];
  inForce: Workflow;
  onChange: (draft: WorkflowDraft) => void;
}

/** What stands between the drawing and its being in force. */
function SaveBar({ draft, losing, faults, inForce, onChange }: SaveBarProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const reason = useReason();
  const save = useSaveFlow();
  const nameIn = (states: Workflow['states'], key: string) => named(states.find((state) => state.key === key)?.names, key);
  return (
    <section className={styles.bar} aria-label={t('flow.save')}>
      {save.isError && (
        <Banner tone="bad" live="assertive">
          {reason(save.error)}
        </Banner>
      )}
      {faults.length > 0 ? (
        <div role="status">
          <strong>{t('flow.faults')}</strong>
          <ul className={styles.faults}>
            {[...new Set(faults)].map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p role="status">{t('flow.unsaved')}</p>
      )}
      {Object.keys(losing).map((key) => (
        <SelectField key={key} label={t('flow.moveTo', { state: nameIn(inForce.states, key) })} value={draft.moves[key] ?? ''} onChange={({ target }) => onChange({ ...draft, moves: { ...draft.moves, [key]: target.value } })}>
          <option value="">{t('choose')}</option>
          {draft.states.map((state) => (
            <option key={state.key} value={state.key}>
              {nameIn(draft.states, state.key)}
            </option>
          ))}
        </SelectField>
      ))}
      <div className={styles.ends}>
        <Button
          kind="primary"
          busy={save.isPending}
          disabled={save.isPending}
          onClick={() =>
            save.mutate(draft, {
              onSuccess: () => {
                unsaved.settle(id, draft);
                tell(t('flow.saved'));
              },
            })
          }
        >
          {t('flow.save')}
        </Button>
        <Button onClick={() => unsaved.keep(id, null)}>{t('flow.discard')}</Button>
      </div>
    </section>
  );
}
