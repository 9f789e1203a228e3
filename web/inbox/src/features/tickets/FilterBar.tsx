import { lazy, Suspense, useMemo, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '@/features/actions/api';
import { useAgents, useMe } from '@/features/agents/api';
import { useChannels } from '@/features/channels/api';
import { useCustomer } from '@/features/customer/api';
import { useDepartments } from '@/features/departments/api';
import { useFields } from '@/features/fields/api';
import { useStores } from '@/features/stores/api';
import { useWorkflow } from '@/features/workflow/api';
import { useFormat } from '@shared/i18n/format';
import { useNamed } from '@shared/i18n/useNamed';
import { Button, IconButton } from '@shared/ui/Button';
import { Chip } from '@shared/ui/Chip';
import type { Choice } from '@shared/ui/Choices';
import { Menu } from '@shared/ui/Menu';
import { Picker } from '@shared/ui/Picker';
import type { Filter } from './api';
import styles from './FilterBar.module.css';
import { SearchBox } from './SearchBox';

const DatesDialog = lazy(() => import('./DatesDialog'));

interface FilterBarProps {
  filter: Filter;
  onChange: (part: Partial<Filter>) => void;
  searchBox: Ref<HTMLInputElement>;
}

const sides = ['assignee', 'follower', 'unread', 'state', 'department', 'store', 'channel', 'field', 'label', 'mark', 'rating', 'customer'] as const;
type Narrowing = (typeof sides)[number];

const priorities = ['urgent', 'high', 'low'] as const;
/** Of these several may be chosen at once. */
const many = new Set<Narrowing>(['assignee', 'state', 'department', 'store', 'channel', 'label']);

/** What a side is narrowed to after one of its words was chosen, or chosen again. */
export function narrowedTo(by: string, now: string | undefined, value: string): string | undefined {
  const chosen = now?.split(',') ?? [];
  if (chosen.includes(value)) return chosen.filter((one) => one !== value).join() || undefined;
  if (!many.has(by as Narrowing) || value === 'nobody' || chosen.includes('nobody')) return value;
  return [...chosen, value].join();
}

/** The server takes no more fields at once. */
const mostFields = 5;

/** Which fields are asked for after an answer of one was chosen, or chosen again; of each field it is one answer. */
export function fieldsTo(now: readonly string[] = [], value: string): string[] | undefined {
  const key = value.slice(0, value.indexOf(':') + 1);
  const others = now.filter((one) => !one.startsWith(key));
  const next = now.includes(value) ? others : [...others, value].slice(-mostFields);
  return next.length > 0 ? next : undefined;
}

/** Search, sort, and what narrows the view, each as a chip that can be taken away. */
export function FilterBar({ filter, onChange, searchBox }: FilterBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const agents = useAgents();
  const stores = useStores();
  const departments = useDepartments();
  const { data: channels = [] } = useChannels();
  const { data: fields = [] } = useFields();
  const labels = useLabels();
  const name = useNamed();
  const { states, stateName } = useWorkflow();
  const customer = useCustomer(filter.customer);
  const [typed, setTyped] = useState('');
  const [dates, setDates] = useState(false);

  const options = useMemo(() => {
    const all: { by: Narrowing; group: string; value: string; label: string; words?: string }[] = [];
    const add = (by: Narrowing, group: string, values: [string, string][]) => all.push(...values.map(([value, label]) => ({ by, group, value, label })));
    const self: [string, string] = ['me', t('assign.me')];
    const others = agents.filter((agent) => agent.active && agent.id !== me.id).map((agent): [string, string] => [agent.id, agent.name]);
    add('assignee', t('filter.assignee'), [self, ['nobody', t('assign.nobody')], ...others]);
    add('unread', t('filter.state'), [['true', t('row.unread')]]);
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
    add('follower', t('filter.follower'), [self, ...others]);
    if (labels.length > 0) add('label', t('filter.label'), labels.map((label) => [label, label]));
    for (const field of channels.flatMap(({ fields }) => fields))
      if (field.kind === 'choice' || field.kind === 'multipleChoice') add('field', name(field.label, field.key), (field.options ?? []).map(({ key, label }) => [`${field.key}:${key}`, name(label, key)]));
    const words = typed.trim();
    for (const { field } of fields) {
      const group = name(field.names, field.key);
      if (field.type === 'choice') add('field', group, field.choices.map(({ key, names }) => [`${field.key}:${key}`, name(names, key)]));
      else if (words) all.push({ by: 'field', group, value: `${field.key}:${words}`, label: words, words: typed });
    }
    return all.filter((one, place) => place === all.findIndex(({ by, value }) => by === one.by && value === one.value));
  }, [t, name, me.id, agents, states, stateName, departments, stores, channels, fields, labels, typed]);

  const valuesOf = (by: Narrowing) => (by === 'field' ? filter.field : filter[by]?.split(',')) ?? [];
  const isChosen = (by: Narrowing, value: string) => valuesOf(by).includes(value);
  const turn = (by: Narrowing, value: string) => onChange({ [by]: by === 'field' ? fieldsTo(filter.field, value) : narrowedTo(by, filter[by], value) });
  const chosen = options.filter(({ by, value }) => isChosen(by, value));
  // What was typed, and what is offered no more: an agent who has left, a label nobody keeps. It narrows all the same.
  const others = sides.flatMap((by) =>
    valuesOf(by)
      .filter((value) => !chosen.some((one) => one.by === by && one.value === value))
      .map((value) => {
        if (by === 'customer') return { by, group: t('arrange.customer'), value, label: customer.data?.name ?? customer.data?.identities[0]?.value ?? '' };
        if (by !== 'field') return { by, group: options.find((one) => one.by === by)?.group ?? '', value, label: agents.find(({ id }) => id === value)?.name ?? value };
        const [key = '', label = ''] = value.split(/:(.*)/s);
        return { by, group: name(fields.find(({ field }) => field.key === key)?.field.names, key), value, label };
      }),
  );
  const chips = [...chosen, ...others];
  const dated = filter.from !== undefined || filter.before !== undefined;
  const choices: Choice[] = [
    ...options.map(({ by, group, value, label, words }) => ({ key: `${by}:${value}`, label, words: words ?? group, group, chosen: isChosen(by, value), onSelect: () => turn(by, value) })),
    { key: 'dates', label: t('arrange.dates'), group: t('arrange.updated'), chosen: dated, onSelect: () => setDates(true) },
  ];
  const day = (instant: string, before: boolean) => format.date(new Date(Date.parse(instant) - (before ? 1 : 0)));

  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <SearchBox ref={searchBox} value={filter.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
        <Picker
          onType={setTyped}
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
                { key: 'created', label: t('arrange.byCreated'), checked: filter.sort === 'created', onSelect: () => onChange({ sort: 'created' }) },
                { key: 'due', label: t('sort.due'), checked: filter.sort === 'due', onSelect: () => onChange({ sort: 'due' }) },
              ],
            },
          ]}
          trigger={(props) => <IconButton {...props} icon="sort" label={t('sort.label')} />}
        />
      </div>
      {(chips.length > 0 || dated) && (
        <div className={styles.chips}>
          {chips.map(({ by, group, value, label }) => (
            <Chip key={`${by}:${value}`} onRemove={() => turn(by, value)} removeLabel={t('filter.remove', { name: label })}>
              <span className={styles.by}>{group}</span> {label}
            </Chip>
          ))}
          {dated && (
            <Chip onRemove={() => onChange({ from: undefined, before: undefined })} removeLabel={t('filter.remove', { name: t('arrange.dates') })}>
              {filter.from && t('arrange.from', { date: day(filter.from, false) })} {filter.before && t('arrange.until', { date: day(filter.before, true) })}
            </Chip>
          )}
          {chips.length + Number(dated) > 1 && (
            <Button kind="quiet" size="s" onClick={() => onChange({ ...Object.fromEntries(chips.map(({ by }) => [by, undefined])), from: undefined, before: undefined })}>
              {t('filter.clear')}
            </Button>
          )}
        </div>
      )}
      {dates && (
        <Suspense>
          <DatesDialog
            from={filter.from}
            before={filter.before}
            onClose={() => setDates(false)}
            onDates={(part) => {
              setDates(false);
              onChange(part);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
