import type { TextKey } from '@shared/i18n';
import type { Column } from './arrangement';

/** How wide columns are: at least so many px, and their share of what is left. */
const widths: Record<Column | 'ticket', [least: number, share: number]> = {
  ticket: [260, 4],
  customer: [130, 1.2],
  state: [116, 0.3],
  assignee: [124, 0.6],
  department: [116, 0.6],
  store: [104, 0.5],
  labels: [130, 1],
  priority: [92, 0.2],
  due: [118, 0.3],
  created: [84, 0.2],
  updated: [104, 0.2],
};
const gutter = 40;

/** The grid of a row, and the least px it takes. */
export const gridOf = (columns: readonly Column[]) => {
  const all = ['ticket' as const, ...columns].map((column) => widths[column]);
  return { columns: `${gutter}px ${all.map(([least, share]) => `minmax(${least}px, ${share}fr)`).join(' ')}`, least: gutter + all.reduce((sum, [least]) => sum + least + 12, 0) };
};

export const columnNames: Record<Column | 'ticket', TextKey> = {
  ticket: 'arrange.ticket',
  customer: 'arrange.customer',
  state: 'filter.state',
  assignee: 'filter.assignee',
  department: 'filter.department',
  store: 'filter.store',
  labels: 'filter.label',
  priority: 'filter.priority',
  due: 'arrange.due',
  created: 'arrange.created',
  updated: 'arrange.updated',
};
