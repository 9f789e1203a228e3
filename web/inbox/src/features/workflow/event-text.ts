import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/features/agents/api';
import { useDepartments } from '@/features/departments/api';
import type { TicketEvent } from '@shared/api/schema';
import { useWorkflow } from './workflow';

const text = (value: unknown) => (typeof value === 'string' && value ? value : null);

/** An event as a sentence in the reader's language. */
export function useEventText() {
  const { t } = useTranslation();
  const agentName = useAgentName();
  const departments = useDepartments();
  const { stateName, actionName } = useWorkflow();

  return (event: TicketEvent): string => {
    const who = event.actor.kind === 'system' ? t('event.system') : (event.actor.name ?? agentName(event.actor.id) ?? t('event.somebody'));
    const state = text(event.after?.state);
    switch (event.kind) {
      case 'assigned': {
        const assignee = text(event.after?.assignee);
        if (!assignee) return t('event.unassigned', { who });
        return assignee === event.actor.id ? t('event.took', { who }) : t('event.assigned', { who, to: agentName(assignee) ?? '' });
      }
      case 'department': {
        const department = text(event.after?.department);
        return t('event.department', { who, to: departments.find(({ id }) => id === department)?.name ?? t('none') });
      }
      case 'replied':
        return t('event.replied', { who });
      case 'received':
        return t('event.received', { who });
      case 'noted':
        return t('event.noted', { who });
      default:
        if (state) return t('event.state', { who, to: stateName(state) });
        return t('event.other', { who, what: event.action ? actionName(event.action) : event.kind });
    }
  };
}
