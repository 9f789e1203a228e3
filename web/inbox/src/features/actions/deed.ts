import type { ActionRequest, Priority, TicketRow } from '@shared/api/schema';

/** Something done to a ticket, or to many: what the server is asked, and what that makes of a row. */
export interface Deed {
  action: string;
  request: ActionRequest;
  guess: (row: TicketRow) => Partial<TicketRow>;
}

const unchanged = () => ({});

export const assignTo = (assignee: string | null): Deed => ({ action: 'assign', request: { assignee }, guess: () => ({ assignee }) });
export const forwardTo = (department: string): Deed => ({ action: 'forward', request: { department }, guess: () => ({ department }) });
export const prioritise = (priority: Priority): Deed => ({ action: 'priority', request: { priority }, guess: () => ({ priority }) });
export const snoozeUntil = (until: Date | null): Deed => ({ action: 'snooze', request: { until: until?.toISOString() ?? null }, guess: () => ({ snoozedUntil: until?.toISOString() ?? null }) });
export const label = (add: string[], remove: string[]): Deed => ({
  action: 'label',
  request: { labels: { add, remove } },
  guess: ({ labels }) => ({ labels: [...labels.filter((one) => !remove.includes(one)), ...add.filter((one) => !labels.includes(one))] }),
});
export const watch = (on: boolean): Deed => ({ action: 'follow', request: { followers: { add: on ? ['me'] : [], remove: on ? [] : ['me'] } }, guess: unchanged });
export const markSpam = (spam: boolean): Deed => ({
  action: 'spam',
  request: { spam },
  guess: (row) => ({ spam: spam ? { score: row.spam?.score ?? 0, reasons: row.spam?.reasons ?? [], why: 'agent' } : null }),
});

/** What takes an action back on a ticket that was so before; null where nothing does. */
export function inverse(row: TicketRow, action: string, request: ActionRequest): Deed | null {
  switch (action) {
    case 'assign':
      return assignTo(row.assignee);
    case 'forward':
      return forwardTo(row.department);
    case 'priority':
      return prioritise(row.priority);
    case 'snooze':
      return snoozeUntil(row.snoozedUntil === null ? null : new Date(row.snoozedUntil));
    case 'label': {
      const { add = [], remove = [] } = request.labels ?? {};
      return label(
        remove.filter((one) => row.labels.includes(one)),
        add.filter((one) => !row.labels.includes(one)),
      );
    }
    case 'follow': {
      const { add = [], remove = [] } = request.followers ?? {};
      return { action, request: { followers: { add: remove, remove: add } }, guess: unchanged };
    }
    default:
      return null;
  }
}
