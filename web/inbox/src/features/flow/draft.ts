import type { Action, State, Workflow, WorkflowDraft } from '@shared/api/schema';
import { createUnsaved } from '@shared/ui/unsaved';

/** What is chosen in the chart. */
export type Chosen = { what: 'state' | 'action'; key: string } | null;

export const unsaved = createUnsaved<WorkflowDraft>();

export const draftOf = ({ version, states, actions }: Workflow): WorkflowDraft => ({ version, states, actions, moves: {} });

const free = (wanted: string, taken: string[]) => {
  for (let n = 1; ; n++) {
    const key = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.includes(key)) return key;
  }
};

export function withState(draft: WorkflowDraft, names: State['names']): [WorkflowDraft, string] {
  const key = free('state', draft.states.map((state) => state.key));
  return [{ ...draft, states: [...draft.states, { key, category: 'open', names, customerNames: {} }] }, key];
}

export function withAction(draft: WorkflowDraft, names: Action['names'], from: string[], to: string | null): [WorkflowDraft, string] {
  const key = free('action', draft.actions.map((action) => action.key));
  const effects: Action['effects'] = { owner: 'keep', agent: null, department: null, addLabels: [], removeLabels: [], priority: null };
  return [{ ...draft, actions: [...draft.actions, { key, kind: 'plain', from, to, names, fields: [], effects, mails: [], roles: [], afterHours: null }] }, key];
}

const renamed = (key: string, from: string, to: string) => (key === from ? to : key);

/** The draft with a state changed; actions follow a new key, and so do tickets where the old one is in force. */
export function replaceState(draft: WorkflowDraft, key: string, state: State, inForce: Workflow): WorkflowDraft {
  const was = inForce.states.some((one) => one.key === key);
  return {
    ...draft,
    states: draft.states.map((one) => (one.key === key ? state : one)),
    actions: draft.actions.map((action) => ({ ...action, from: action.from.map((one) => renamed(one, key, state.key)), to: action.to === null ? null : renamed(action.to, key, state.key) })),
    moves: state.key === key ? draft.moves : { ...Object.fromEntries(Object.entries(draft.moves).map(([from, to]) => [from, renamed(to, key, state.key)])), ...(was ? { [key]: state.key } : {}) },
  };
}

export const withoutState = (draft: WorkflowDraft, key: string): WorkflowDraft => ({
  ...draft,
  states: draft.states.filter((state) => state.key !== key),
  actions: draft.actions.map((action) => ({ ...action, from: action.from.filter((one) => one !== key), to: action.to === key ? null : action.to })),
});

export const replaceAction = (draft: WorkflowDraft, key: string, action: Action): WorkflowDraft => ({ ...draft, actions: draft.actions.map((one) => (one.key === key ? action : one)) });

export const withoutAction = (draft: WorkflowDraft, key: string): WorkflowDraft => ({ ...draft, actions: draft.actions.filter((action) => action.key !== key) });
