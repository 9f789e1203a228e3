import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/features/agents/api';
import type { TicketEvent } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { useWorkflow } from './workflow';

const done = new Set(['closed', 'archived']);

/** An event as a sentence in the reader's language, or null where the thread shows it anyway. */
export function useEventText() {
  const { t } = useTranslation();
  const named = useNamed();
  const agentName = useAgentName();
  const { state: stateOf, stateName, action: actionOf, actionName } = useWorkflow();

  const answers = ({ kind, after }: TicketEvent) =>
    (actionOf(kind)?.fields ?? []).flatMap((field) => {
      const answer = after[`fields.${field.key}`];
      const choice = field.choices.find(({ key }) => key === answer);
      return answer ? [`${named(field.names, field.key)}: ${choice ? named(choice.names, choice.key) : answer}`] : [];
    });

  const assigned = (who: string, by: string | null, to: string | null) => {
    if (to === null) return t('event.unassigned', { who });
    return to === by ? t('event.took', { who }) : t('event.assigned', { who, to: agentName(to) ?? t('event.somebody') });
  };

  return (event: TicketEvent): string | null => {
    const { kind, actor, before, after } = event;
    if (kind === 'created') return null;
    if (kind === 'received') return before.state && done.has(stateOf(before.state)?.category ?? '') ? t('event.reopened') : null;
    if (event.messageId !== null) return null;

    const who = actor.kind === 'system' ? t('event.system') : actor.name;
    if (kind === 'split') return t('event.split', { who, count: Number(after.messages), number: after.number });
    if (kind === 'split-from') return t('event.splitFrom', { who, number: after.number });
    if (kind === 'labelled') return t('event.labelled', { who, labels: after.labels });
    if (kind === 'customer') return t('event.customer', { who, to: after.customer });
    const what = [];
    if (after.assignee !== undefined) what.push(assigned(who, actor.id, after.assignee));
    if (after.state) what.push(t('event.state', { who, to: stateName(after.state) }));
    const said = answers(event);
    if (what.length === 0 && said.length > 0) what.push(t('event.other', { who, what: actionName(kind) }));
    return what.length > 0 ? [...what, ...said].join(' · ') : null;
  };
}
