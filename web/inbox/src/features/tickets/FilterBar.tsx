import { useMemo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '@/features/actions/api';
import { useAgents, useMe } from '@/features/agents/api';
import { useChannels } from '@/features/channels/api';
import { useDepartments } from '@/features/departments/api';
import { useStores } from '@/features/stores/api';
import { useWorkflow } from '@/features/workflow/api';
import { useNamed } from '@shared/i18n/useNamed';
import { Button, IconButton } from '@shared/ui/Button';
import { Chip } from '@shared/ui/Chip';
import type { Choice } from '@shared/ui/Choices';
import { Menu } from '@shared/ui/Menu';
import { Picker } from '@shared/ui/Picker';
import type { Filter } from './api';
import styles from './FilterBar.module.css';
import { SearchBox } from './SearchBox';

interface FilterBarProps {
  filter: Filter;
  onChange: (part: Partial<Filter>) => void;
  searchBox: Ref<HTMLInputElement>;
}

type Narrowing = 'assignee' | 'state' | 'department' | 'store' | 'channel' | 'field' | 'label' | 'mark' | 'rating';

const priorities = ['urgent', 'high', 'low'] as const;

/** Search, sort, and what narrows the view, each as a chip that can be taken away. */
export function FilterBar({ filter, onChange, searchBox }: FilterBarProps) {
  const { t } = useTranslation();
  const me = useMe();
  const agents = useAgents();
  const stores = useStores();
  const departments = useDepartments();
  const { data: channels = [] } = useChannels();
  const labels = useLabels();
  const name = useNamed();
  const { states, stateName } = useWorkflow();

  const options = useMemo(() => {
    const all: { by: Narrowing; group: string; value: string; label: string }[] = [];
    const add = (by: Narrowing, group: string, values: [string, string][]) => all.push(...values.map(([value, label]) => ({ by, group, value, label })));
    add('assignee', t('filter.assignee'), [
      ['me', t('assign.me')],
      ['nobody', t('assign.nobody')],
      ...agents.filter((agent) => agent.active && agent.id !== me.id).map((agent): [string, string] => [agent.id, agent.name]),
    ]);
    add('state', t('filter.state'), states.map((state) => [state.key, stateName(state.key)]));
    if (departments.length > 0) add('department', t('filter.department'), departments.map(({ id, name }) => [id, name]));
    if (stores.length > 1) add('store', t('filter.store'), stores.map(({ id, name }) => [id, name]));
    if (channels.length > 1) add('channel', t('filter.channel'), channels.map(({ id, name }) => [id, name]));
    add('mark', t('filter.priority'), priorities.map((priority) => [priority, t(`priority.${priority}`)]));
    add('rating', t('rating.label'), [
      ...[5, 4, 3, 2, 1].map((count): [string, string] => [String(count), t('rating.stars', { count })]),
      ['rated', t('rating.any')],
      ['unrated', t('rating.none')],
    ]);
    if (labels.length > 0) add('label', t('filter.label'), labels.map((label) => [label, label]));
    for (const field of channels.flatMap(({ fields }) => fields))
      if (field.kind === 'choice' || field.kind === 'multipleChoice') add('field', name(field.label, field.key), (field.options ?? []).map(({ key, label }) => [`${field.key}:${key}`, name(label, key)]));
    return all.filter((one, place) => place === all.findIndex(({ by, value }) => by === one.by && value === one.value));
  }, [t, name, me.id, agents, states, stateName, departments, stores, channels, labels]);

  const chosen = options.filter((option) => filter[option.by] === option.value);
  const choices: Choice[] = options.map((option) => ({
    key: `${option.by}:${option.value}`,
    label: option.label,
    group: option.group,
    chosen: filter[option.by] === option.value,
    onSelect: () => onChange({ [option.by]: filter[option.by] === option.value ? undefined : option.value }),
  }));

  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <SearchBox ref={searchBox} value={filter.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
        <Picker
          label={t('filter.add')}
          placeholder={t('filter.find')}
          empty={t('filter.none')}
          choices={choices}
          align="end"
          trigger={(props) => <IconButton {...props} icon="filter" label={t('filter.add')} />}
        />
        <Menu
          label={t('sort.label')}
          align="end"
          groups={[
            {
              key: 'sort',
              items: [
                { key: 'newest', label: t('sort.newest'), checked: !filter.sort, onSelect: () => onChange({ sort: undefined }) },
                { key: 'oldest', label: t('sort.oldest'), checked: filter.sort === 'oldest', onSelect: () => onChange({ sort: 'oldest' }) },
                { key: 'due', label: t('sort.due'), checked: filter.sort === 'due', onSelect: () => onChange({ sort: 'due' }) },
              ],
            },
          ]}
          trigger={(props) => <IconButton {...props} icon="sort" label={t('sort.label')} />}
        />
      </div>
      {chosen.length > 0 && (
        <div className={styles.chips}>
          {chosen.map((option) => (
            <Chip key={option.by} onRemove={() => onChange({ [option.by]: undefined })} removeLabel={t('filter.remove', { name: option.label })}>
              <span className={styles.by}>{option.group}</span> {option.label}
            </Chip>
          ))}
          {chosen.length > 1 && (
            <Button kind="quiet" size="s" onClick={() => onChange(Object.fromEntries(chosen.map((option) => [option.by, undefined])))}>
              {t('filter.clear')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
