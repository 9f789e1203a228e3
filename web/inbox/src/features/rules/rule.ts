import type { RuleCondition, RuleDraft, RuleEffect } from '@shared/api/schema';

type Field = RuleCondition['field'];
type Test = RuleCondition['test'];

export const whens: RuleDraft['when'][] = ['newTicket', 'customerMessage', 'changed', 'silent', 'started', 'rated'];
export const fields: Field[] = ['words', 'subject', 'from', 'language', 'state', 'category', 'priority', 'store', 'channel', 'channelKind', 'department', 'assignee', 'follower', 'label', 'field', 'hours', 'auto', 'review', 'attachments', 'messages', 'age', 'rating'];

const spoken: Field[] = ['words', 'subject', 'from'];
const counted: Field[] = ['attachments', 'messages', 'age'];
const changing: Field[] = ['state', 'category', 'priority', 'department', 'assignee', 'follower', 'label', 'field', 'rating'];

/** How a field can be compared, as the server takes it. */
export function testsOf(field: Field, when: RuleDraft['when']): Test[] {
  if (spoken.includes(field)) return ['contains', 'containsNot'];
  if (counted.includes(field)) return ['moreThan', 'lessThan', 'atLeast', 'atMost'];
  if (field === 'rating') return when === 'silent' ? ['atLeast', 'atMost', 'is', 'isNot'] : ['atLeast', 'atMost', 'is', 'isNot', 'becomes'];
  return changing.includes(field) && when !== 'silent' ? ['is', 'isNot', 'becomes'] : ['is', 'isNot'];
}

/** Typed by hand and not chosen from a list. */
export const isTyped = (field: Field) => spoken.includes(field) || counted.includes(field) || field === 'label' || field === 'field';
export const isCounted = (field: Field) => counted.includes(field);

/** Compared as a number, more or less. */
export const isOrdered = (test: Test) => test === 'moreThan' || test === 'lessThan' || test === 'atLeast' || test === 'atMost';

export const newCondition: RuleCondition = { field: 'words', test: 'contains', values: [], key: null };

/** An action with nothing said yet of what it asks. */
export const newEffect = (action: string): RuleEffect => ({ action, reply: null, text: null, assignee: null, department: null, labels: null, priority: null, followers: null, hours: null, fields: {} });

export const newRule: RuleDraft = { name: '', when: 'newTicket', if: [newCondition], then: [newEffect('label')], on: true, any: false, afterHours: null };

/** What somebody typed between commas. */
export const listed = (text: string) => text.split(',').map((one) => one.trim()).filter(Boolean);
