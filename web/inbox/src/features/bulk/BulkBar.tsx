import { useRef, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/features/agents/api';
import { actionIcon, label as labelDeed, markSpam, snoozeUntil, watch, type Deed } from '@/features/actions/api';
import { useOffer, type Command } from '@/features/palette/api';
import { AskSnooze, PickPopup, pickTexts, useDeeds, type Pick } from '@/features/picks/api';
import { useWorkflow } from '@/features/workflow/api';
import type { Action } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { bind, keyOf, type KeyName } from '@shared/keys/table';
import { useKeys } from '@shared/keys/useKeys';
import { Button, IconButton } from '@shared/ui/Button';
import type { IconName } from '@shared/ui/Icon';
import { Menu, type MenuItem } from '@shared/ui/Menu';
import styles from './BulkBar.module.css';
import { mostAtOnce, type Selection } from './selection';
import { useBegin } from './useJob';

interface BulkBarProps {
  /** Asks what an action wants to know. */
  Ask: ComponentType<{ action: Action; onRun: (fields: Record<string, string>) => Promise<unknown>; onClose: () => void }>;
  selection: Selection;
  /** How many tickets of the list are loaded, and whether there are more. */
  loaded: number;
  more: boolean;
}

type Item = MenuItem & { label: string };

const picks: { pick: Pick; key: KeyName | null; icon: IconName }[] = [
  { pick: 'assign', key: 'assign', icon: 'user' },
  { pick: 'label', key: 'label', icon: 'tag' },
  { pick: 'snooze', key: 'snooze', icon: 'clock' },
  { pick: 'forward', key: 'department', icon: 'users' },
  { pick: 'priority', key: null, icon: 'alert' },
];

const same = <T,>(values: T[]) => (values.every((one) => one === values[0]) ? values[0] : undefined);

/** What can be done to the chosen tickets, all at once. */
export default function BulkBar({ Ask, selection, loaded, more }: BulkBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, all, clear } = selection;
  const { actions, actionName, state: stateOf } = useWorkflow();
  const allowed = useMay();
  const begin = useBegin();
  const bar = useRef<HTMLDivElement>(null);
  const [picking, setPicking] = useState<Pick | null>(null);
  const [asking, setAsking] = useState<Action | 'time' | null>(null);

  const run = (deed: Deed, said: string) => {
    void begin(deed, rows, said);
    clear();
  };
  const deeds = useDeeds(
    {
      assignee: same(rows.map(({ assignee }) => assignee)),
      department: same(rows.map(({ department }) => department)),
      priority: same(rows.map(({ priority }) => priority)),
      labels: rows[0]?.labels.filter((one) => rows.every(({ labels }) => labels.includes(one))) ?? [],
      snoozed: rows.some(({ snoozedUntil }) => snoozedUntil !== null),
    },
    run,
    () => setAsking('time'),
  );

  const offered = actions.filter(({ key, from }) => rows.some(({ state, department }) => (from.length === 0 || from.includes(state)) && allowed(key, department, state)));
  const may = (kind: string) => offered.some((one) => one.kind === kind);
  const plain = offered.filter(({ kind }) => kind === 'plain');
  const close = plain.find(({ key }) => key === 'close');
  const moved = (action: Action, fields: Record<string, string> = {}): Deed => {
    const category = action.to === null ? undefined : stateOf(action.to)?.category;
    return { action: action.key, request: { fields }, guess: ({ state }) => (action.to !== null && category && (action.from.length === 0 || action.from.includes(state)) ? { state: action.to, category } : {}) };
  };
  const start = (action: Action) => (action.fields.length > 0 ? setAsking(action) : run(moved(action), actionName(action.key)));
  const read = (on: boolean) => run({ action: on ? 'read' : 'unread', request: {}, guess: () => ({ unread: !on }) }, t(on ? 'bulk.read' : 'act.unread'));

  const shown = picks.filter(({ pick }) => may(pick));
  const rest: Item[] = [
    ...plain.filter((one) => one !== close).map((one): Item => ({ key: one.key, label: actionName(one.key), icon: actionIcon(one.key), onSelect: () => start(one) })),
  ];
  const marks: Item[] = [
    { key: 'read', label: t('bulk.read'), icon: 'check', onSelect: () => read(true) },
    { key: 'unread', label: t('act.unread'), icon: 'unread', onSelect: () => read(false) },
    ...(may('follow')
      ? [
          { key: 'watch', label: t('ticketCard.watch'), icon: 'eye' as const, onSelect: () => run(watch(true), t('ticketCard.watch')) },
          { key: 'unwatch', label: t('bulk.unwatch'), icon: 'eye' as const, onSelect: () => run(watch(false), t('bulk.unwatch')) },
        ]
      : []),
    ...(may('spam') && rows.some(({ spam }) => spam === null) ? [{ key: 'spam', label: t('ticketCard.spam'), icon: 'shield' as const, onSelect: () => run(markSpam(true), t('ticketCard.spam')) }] : []),
    ...(may('spam') && rows.some(({ spam }) => spam !== null) ? [{ key: 'release', label: t('bulk.release'), icon: 'undo' as const, onSelect: () => run(markSpam(false), t('bulk.release')) }] : []),
  ];

  const nothing = () => undefined;
  useKeys(
    {
      ...bind({
        assign: may('assign') ? () => setPicking('assign') : nothing,
        label: may('label') ? () => setPicking('label') : nothing,
        snooze: may('snooze') ? () => setPicking('snooze') : nothing,
        department: may('forward') ? () => setPicking('forward') : nothing,
        close: close ? () => start(close) : nothing,
        unread: () => read(false),
        leave: clear,
      }),
    },
    rows.length > 0,
    true,
  );

  const heading = t('bulk.selected', { count: rows.length });
  useOffer('many', () => [
    ...(close ? [{ key: 'many:close', label: actionName(close.key), group: heading, icon: actionIcon(close.key), shortcut: keyOf('close'), run: () => start(close) }] : []),
    ...[...rest, ...marks].map(({ key, label, icon = 'next', onSelect }): Command => ({ key: `many:${key}`, label, group: heading, icon, run: onSelect })),
    ...shown.flatMap(({ pick, icon }) => deeds[pick]().map((choice): Command => ({ key: `many:${pick}:${choice.key}`, label: `${t(pickTexts[pick].label)}: ${choice.label}`, words: choice.words, group: heading, icon, run: choice.onSelect }))),
    // A label some have and others have not can be put on or taken off.
    ...(may('label') ? [...new Set(rows.flatMap(({ labels }) => labels))].map((one): Command => ({ key: `many:off:${one}`, label: t('ticketCard.unlabel', { label: one }), group: heading, icon: 'tag', run: () => run(labelDeed([], [one]), t('bulk.unlabelled', { label: one })) })) : []),
  ]);

  return (
    <section className={styles.bar} aria-label={t('bulk.bar')} ref={bar}>
      <div className={styles.line}>
        <p role="status" className={styles.count}>
          {heading}
          {rows.length >= mostAtOnce ? ` · ${t('bulk.most')}` : more && rows.length === loaded && ` · ${t('bulk.more')}`}
        </p>
        {rows.length < Math.min(loaded, mostAtOnce) && (
          <Button size="s" kind="quiet" aria-keyshortcuts={keyOf('selectAll')} onClick={all}>
            {more ? t('bulk.allLoaded', { number: format.number(Math.min(loaded, mostAtOnce)) }) : t('bulk.all', { number: format.number(Math.min(loaded, mostAtOnce)) })}
          </Button>
        )}
        <IconButton size="s" icon="close" label={t('bulk.clear')} shortcut={keyOf('leave')} onClick={clear} />
      </div>
      <div className={styles.line} role="toolbar" aria-label={t('bulk.bar')}>
        {close && (
          <Button size="s" kind="primary" icon={actionIcon(close.key)} disabled={rows.length === 0} aria-keyshortcuts={keyOf('close')} title={`${actionName(close.key)} (${keyOf('close')})`} onClick={() => start(close)}>
            {actionName(close.key)}
          </Button>
        )}
        {shown.map(({ pick, key, icon }) => (
          <IconButton key={pick} icon={icon} label={t(pickTexts[pick].label)} shortcut={key ? keyOf(key) : undefined} disabled={rows.length === 0} aria-haspopup="dialog" aria-expanded={picking === pick} onClick={() => setPicking(picking === pick ? null : pick)} />
        ))}
        <Menu
          label={t('act.more')}
          align="end"
          groups={[
            { key: 'actions', items: rest },
            { key: 'marks', items: marks },
          ].filter(({ items }) => items.length > 0)}
          trigger={(props) => <IconButton {...props} icon="more" disabled={rows.length === 0} label={t('act.more')} />}
        />
      </div>
      {picking && <PickPopup pick={picking} deeds={deeds} anchor={bar} onClose={() => setPicking(null)} />}
      {asking === 'time' && (
        <AskSnooze onTime={(at) => run(snoozeUntil(at), t('snooze.until', { until: format.moment(at, Date.now()) }))} onClose={() => setAsking(null)} />
      )}
      {asking !== null && asking !== 'time' && (
        <Ask
          action={asking}
          onClose={() => setAsking(null)}
          onRun={(fields) => {
            run(moved(asking, fields), actionName(asking.key));
            return Promise.resolve(null);
          }}
        />
      )}
    </section>
  );
}
