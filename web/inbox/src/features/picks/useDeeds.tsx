import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { assignTo, forwardTo, label, prioritise, snoozeUntil, useLabelColors, useLabels, type Deed } from '@/features/actions/api';
import { useAgentPicture, useAgents, useMe } from '@/features/agents/api';
import { useDepartments } from '@/features/departments/api';
import { priorities } from '@/features/workflow/api';
import { useFormat } from '@shared/i18n/format';
import { moments } from '@shared/moments';
import { recentFirst } from '@shared/recent';
import { Avatar } from '@shared/ui/Avatar';
import type { Choice } from '@shared/ui/Choices';
import { Icon } from '@shared/ui/Icon';
import styles from './Picks.module.css';

export type Pick = 'assign' | 'forward' | 'label' | 'priority' | 'snooze';

/** How the tickets stand that something is picked for; empty where they differ. */
export interface Standing {
  assignee?: string | null;
  department?: string;
  priority?: string;
  labels: readonly string[];
  snoozed: boolean;
}

/** Everything that can be picked for a ticket or for many, as choices that say what then is done; what was chosen last comes first. */
export function useDeeds(standing: Standing, onDeed: (deed: Deed, said: string) => void, onAskTime: () => void) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const agents = useAgents();
  const picture = useAgentPicture();
  const departments = useDepartments();
  const labels = useLabels();
  const colors = useLabelColors();
  const others = useMemo(() => agents.filter(({ active, id }) => active && id !== me.id), [agents, me.id]);

  const owner = (id: string | null, label: string, name?: string): Choice => ({
    key: id ?? '',
    label,
    words: name,
    start: id ? <Avatar name={name ?? label} picture={picture(id)} size={22} /> : <Icon name="users" size={18} />,
    chosen: standing.assignee === id,
    onSelect: () => standing.assignee !== id && onDeed(assignTo(id), id === null ? t('bulk.unassigned') : t('bulk.assigned', { name: name ?? label })),
  });
  const labelled = (name: string, label_ = name): Choice => {
    const on = standing.labels.includes(name);
    return {
      key: name,
      label: label_,
      start: <span className={styles.swatch} style={colors[name] ? { background: colors[name] } : undefined} />,
      chosen: on,
      onSelect: () => onDeed(on ? label([], [name]) : label([name], []), t(on ? 'bulk.unlabelled' : 'bulk.labelled', { label: name })),
    };
  };

  return {
    assign: () => [owner(me.id, t('assign.me'), me.name), owner(null, t('assign.nobody')), ...recentFirst('assign', others.map(({ id, name }) => owner(id, name, name)))],
    forward: () =>
      recentFirst(
        'forward',
        departments.filter(({ active }) => active).map(({ id, name }): Choice => ({ key: id, label: name, start: <Icon name="users" size={18} />, chosen: standing.department === id, onSelect: () => standing.department !== id && onDeed(forwardTo(id), t('bulk.forwarded', { name })) })),
      ),
    /** What is typed and no label yet becomes one. */
    label: (typed = '') => {
      const made = typed.replaceAll(',', ' ').trim().slice(0, 50);
      const known = [...new Set([...labels, ...standing.labels])];
      return [...recentFirst('label', known.map((name) => labelled(name))), ...(made && !known.includes(made) ? [{ ...labelled(made, t('ticketCard.newLabel', { label: made })), key: 'new', words: typed }] : [])];
    },
    priority: () =>
      priorities.map((priority): Choice => ({ key: priority, label: t(`priority.${priority}`), chosen: standing.priority === priority, onSelect: () => standing.priority !== priority && onDeed(prioritise(priority), t('bulk.prioritised', { priority: t(`priority.${priority}`) })) })),
    snooze: (): Choice[] => [
      ...moments(new Date()).map(({ key, at }) => ({ key, label: t(`snooze.${key}`), end: <span className={styles.hint}>{format.moment(at, Date.now())}</span>, onSelect: () => onDeed(snoozeUntil(at), t('snooze.until', { until: format.moment(at, Date.now()) })) })),
      { key: 'ask', label: t('snooze.ask'), start: <Icon name="clock" />, onSelect: onAskTime },
      ...(standing.snoozed ? [{ key: 'back', label: t('snooze.back'), start: <Icon name="undo" />, onSelect: () => onDeed(snoozeUntil(null), t('snooze.back')) }] : []),
    ],
  } satisfies Record<Pick, (typed?: string) => Choice[]>;
}

export type Deeds = ReturnType<typeof useDeeds>;
