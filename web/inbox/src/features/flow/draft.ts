import type { Action, ActionField, State, Workflow, WorkflowDraft } from '@shared/api/schema';
import { createUnsaved } from '@shared/ui/unsaved';

/** What is chosen in the chart. */
export type Chosen = { what: 'state' | 'action'; key: string } | null;

export const unsaved = createUnsaved<WorkflowDraft>();

export const draftOf = ({ version, states, actions }: Workflow): WorkflowDraft => ({ version, states, actions, moves: {} });

export const free = (wanted: string, taken: string[]) => {
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

/** A name as a key: its letters of ASCII and digits, with dashes between; empty where it has none. */
export const keyOfName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 36)
    .replace(/^-|-$/g, '');

type Choice = ActionField['choices'][number];

/** The choices of a field after its lines, in one language, have changed. Tickets keep a choice by its key: so a line keeps it that is still there wherever it stands, that was changed in place, or that is again what it was when the changing `begun`. */
export function choicesOf(before: Choice[], lines: string[], language: string, nameOf: (choice: Choice) => string, begun: Choice[] = []): Choice[] {
  const gone = before.map((choice) => (lines.includes(nameOf(choice)) ? undefined : choice));
  const taken = new Set<string>();
  const take = (choice: Choice | undefined) => {
    if (!choice || taken.has(choice.key)) return;
    taken.add(choice.key);
    return choice;
  };
  const called = (choices: Choice[], line: string) => take(choices.find((choice) => nameOf(choice) === line && !taken.has(choice.key)));
  const found = lines.map((line, at) => called(before, line) ?? (before.length === lines.length ? take(gone[at]) : called(begun, line)));
  return lines.map((line, at) => {
    const choice = found[at];
    if (choice) return nameOf(choice) === line ? choice : { ...choice, names: { ...choice.names, [language]: line } };
    const key = free('choice', [...taken, ...before.map((one) => one.key)]);
    taken.add(key);
    return { key, names: { [language]: line } };
  });
}
