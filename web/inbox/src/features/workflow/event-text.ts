import { useTranslation } from 'react-i18next';
import { useAgentName } from '@/features/agents/api';
import { useDepartments } from '@/features/departments/api';
import type { Priority, SlaTarget, TicketEvent } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { useNamed } from '@shared/i18n/useNamed';
import { useWorkflow } from './workflow';

const done = new Set(['closed', 'archived']);
const joined = { merged: 'merged', 'merged-into': 'mergedInto', unmerged: 'unmerged', 'unmerged-from': 'unmergedFrom', linked: 'linked', unlinked: 'unlinked' } as const;

const quarantined: Partial<Record<string, 'quarantinedBlocked' | 'quarantinedUnconfirmed' | 'quarantinedScore'>> = { blocked: 'quarantinedBlocked', unconfirmed: 'quarantinedUnconfirmed' };

/** What came to a list and what left it, of the lists the audit trail writes with commas. */
const difference = (before: string | null | undefined, after: string | null | undefined) => {
  const [one, other] = [before?.split(',') ?? [], after?.split(',') ?? []];
  return { added: other.filter((item) => !one.includes(item)), removed: one.filter((item) => !other.includes(item)) };
};

/** An event as a sentence in the reader's language, or null where the thread shows it anyway. */
export function useEventText() {
  const { t } = useTranslation();
  const named = useNamed();
  const format = useFormat();
  const agentName = useAgentName();
  const departments = useDepartments();
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

    const who = actor.kind !== 'system' ? actor.name : actor.id === null ? t('event.system') : t('event.rule', { name: actor.name });
    if (kind === 'later') return after.held ? null : t('event.later', { who, when: format.moment(new Date(after.sendAt ?? event.at), Date.now()) });
    if (kind === 'later-taken-back') return t('event.laterTakenBack', { who });
    if (kind === 'later-stopped') return t('event.laterStopped');
    if (kind === 'sla-warned' || kind === 'sla-breached') {
      const what = t(`slaKind.${after.target as SlaTarget['kind']}`);
      const when = format.moment(new Date(after.dueAt ?? event.at), Date.now());
      return t(kind === 'sla-warned' ? 'event.slaWarned' : 'event.slaBreached', { what, when });
    }
    if (kind === 'rule-stopped') return t('event.ruleStopped', { who });
    if (kind === 'rule-failed') return t('event.ruleFailed', { who });
    if (kind === 'split') return t('event.split', { who, count: Number(after.messages), number: after.number });
    if (kind === 'split-from') return t('event.splitFrom', { who, number: after.number });
    if (kind === 'labelled') return t('event.labelled', { who, labels: after.labels });
    if (kind === 'customer') return t('event.customer', { who, to: after.customer });
    if (kind === 'woken') return t('event.woken');
    if (kind === 'merged' || kind === 'merged-into' || kind === 'unmerged' || kind === 'unmerged-from' || kind === 'linked' || kind === 'unlinked') return t(`event.${joined[kind]}`, { who, number: after.number });
    if (kind === 'rated') {
      const stars = t('rating.stars', { count: Number(after.rating) });
      return after.comment ? t('rating.eventWith', { who, stars, comment: after.comment }) : t('rating.event', { who, stars });
    }
    if (kind === 'links-revoked') return t('portal.revokedBy', { who });
    if (kind === 'confirmed') return t('event.confirmed', { who });
    if (kind === 'quarantined') return t(`event.${quarantined[after.spam?.split(' ')[0] ?? ''] ?? 'quarantinedScore'}`);
    const what = [];
    if (after.assignee !== undefined) what.push(assigned(who, actor.id, after.assignee));
    if (after.state) what.push(t('event.state', { who, to: stateName(after.state) }));
    if (after.department) what.push(t('event.forwarded', { who, to: departments.find(({ id }) => id === after.department)?.name ?? after.department }));
    if (after.priority) what.push(t('event.priority', { who, to: t(`priority.${after.priority as Priority}`) }));
    const { added, removed } = difference(before.labels, after.labels);
    if (added.length > 0) what.push(t('event.labelled', { who, labels: format.list(added) }));
    if (removed.length > 0) what.push(t('event.unlabelled', { who, labels: format.list(removed) }));
    const followers = difference(before.followers, after.followers);
    if (followers.added.length === 1 && followers.added[0] === actor.id) what.push(t('event.watches', { who }));
    else if (followers.added.length > 0) what.push(t('event.follows', { who, names: format.list(followers.added.map((id) => agentName(id) ?? id)) }));
    if (followers.removed.length === 1 && followers.removed[0] === actor.id) what.push(t('event.unwatches', { who }));
    else if (followers.removed.length > 0) what.push(t('event.unfollows', { who, names: format.list(followers.removed.map((id) => agentName(id) ?? id)) }));
    if (after.snoozedUntil) what.push(t('event.snoozed', { who, until: format.exact(new Date(after.snoozedUntil)) }));
    else if (before.snoozedUntil && kind === 'snooze') what.push(t('event.unsnoozed', { who }));
    if (after.spam) what.push(t('event.spam', { who }));
    else if (before.spam) what.push(t('event.released', { who }));
    const said = answers(event);
    if (what.length === 0 && said.length > 0) what.push(t('event.other', { who, what: actionName(kind) }));
    return what.length > 0 ? [...what, ...said].join(' · ') : null;
  };
}
