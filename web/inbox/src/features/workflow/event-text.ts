import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/features/agents/api';
import type { TicketEvent } from '@shared/api/schema';
import { useWorkflow } from './workflow';

const text = (value: unknown) => (typeof value === 'string' && value ? value : null);

/** An event as a sentence in the reader's language. */
export function useEventText() {
  const { t } = useTranslation();
  const agentName = useAgentName();
  const { stateName, actionName } = useWorkflow();

  return (event: TicketEvent): string => {
    const who = event.actor.kind === 'system' ? t('event.system') : (event.actor.name ?? agentName(event.actor.id) ?? t('event.somebody'));
    const state = text(event.after.state);
    if ('assignee' in event.after) {
      const assignee = text(event.after.assignee);
      if (!assignee) return t('event.unassigned', { who });
      return assignee === event.actor.id ? t('event.took', { who }) : t('event.assigned', { who, to: agentName(assignee) ?? '' });
    }
    switch (event.kind) {
      case 'reply':
        return t('event.replied', { who });
      case 'received':
        return t('event.reopened', { who });
      case 'note':
        return t('event.noted', { who });
      default:
        if (state) return t('event.state', { who, to: stateName(state) });
        return t('event.other', { who, what: actionName(event.kind) });
    }
  };
}
