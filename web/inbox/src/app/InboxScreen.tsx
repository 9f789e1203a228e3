import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '@/features/palette/api';
import { prefetchConversation } from '@/features/conversation/api';
import { useSelection } from '@/features/bulk/api';
import { BulkBarComing } from '@/features/bulk/BulkBarComing';
import { nextLayout, prefetchTicket, useLayout, type Filter } from '@/features/tickets/api';
import { FilterBar } from '@/features/tickets/FilterBar';
import { ArrangeMenu } from '@/features/tickets/ArrangeMenu';
import { TicketList } from '@/features/tickets/TicketList';
import { useViews } from '@/features/views/api';
import type { TicketRow } from '@shared/api/schema';
import { useNamed } from '@shared/i18n/useNamed';
import { bind, keyOf } from '@shared/keys/table';
import { useKeys } from '@shared/keys/useKeys';
import { useTouch } from '@shared/keys/useTouch';
import { go } from '@shared/router';
import { Boundary } from '@shared/ui/Boundary';
import { Button, IconButton } from '@shared/ui/Button';
import { cx } from '@shared/ui/cx';
import { Kbd } from '@shared/ui/Kbd';
import { Empty } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';
import { ConversationPane } from './ConversationPane';
import styles from './InboxScreen.module.css';
import { firstView, inboxPath, isNarrowed, rememberView, viewPath, type Route } from './routes';

import type { Overlay } from './Shell';

const ActionDialog = lazy(() => import('@/features/actions/ActionDialog').then(({ ActionDialog }) => ({ default: ActionDialog })));
const ViewMenu = lazy(() => import('@/features/views/ViewMenu').then(({ ViewMenu }) => ({ default: ViewMenu })));
const BulkBar = lazy(() => import('@/features/bulk/BulkBar'));

interface InboxScreenProps {
  route: Extract<Route, { page: 'inbox' }>;
  sidebarHidden: boolean;
  onSidebar: () => void;
  onCommands: (commands: Command[]) => void;
  onOverlay: (overlay: Overlay) => void;
}

/** Whether arrows scroll the conversation rather than move in the list. */
const inThread = () => document.activeElement?.closest('[data-thread]') != null;

/** How long the pointer rests on a row before its conversation is fetched. */
const near = 60;

export function InboxScreen({ route, sidebarHidden, onSidebar, onCommands, onOverlay }: InboxScreenProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const client = useQueryClient();
  const views = useViews();
  const view = views.data?.find(({ key }) => key === route.view);
  const layout = useLayout();
  const touch = useTouch();
  const [{ rows, more }, setLoaded] = useState<{ rows: TicketRow[]; more: boolean }>({ rows: [], more: false });
  const onRows = useCallback((rows: TicketRow[], more: boolean) => setLoaded({ rows, more }), []);
  const [cursor, setCursor] = useState<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const resting = useRef(0);

  const here = JSON.stringify(route.filter);
  const filter = useMemo(() => JSON.parse(here) as Filter, [here]);
  const selection = useSelection(here, rows);
  const selected = route.ticket;
  const known = view !== undefined;
  const gone = !known && views.isSuccess && !views.isFetching;
  useEffect(() => {
    if (known) rememberView(route.view);
    if (!gone) return;
    tell(t('saveView.gone'));
    go(inboxPath({ ...filter, view: firstView }, selected), { replace: true });
  }, [known, gone, route.view, filter, selected, t]);

  const fetchAhead = useCallback(
    (id: string) => {
      void prefetchTicket(client, id);
      prefetchConversation(client, id);
    },
    [client],
  );
  const onNear = useCallback(
    (row: TicketRow) => {
      clearTimeout(resting.current);
      resting.current = window.setTimeout(() => fetchAhead(row.id), near);
    },
    [fetchAhead],
  );
  const hrefOf = useCallback((row: TicketRow) => inboxPath(filter, row.id), [filter]);
  const open = useCallback(
    (row: TicketRow | undefined, replace = selected !== null) => {
      if (row) go(inboxPath(filter, row.id), { replace });
    },
    [filter, selected],
  );
  const onOpen = useCallback((row: TicketRow) => open(row), [open]);
  const back = useCallback(() => {
    setCursor((before) => selected ?? before); // the list goes on where its ticket was left
    go(inboxPath(filter));
  }, [filter, selected]);
  const change = (part: Partial<Filter>) => go(inboxPath({ ...filter, ...part }, selected), { replace: true });

  // Where no ticket is open, keys go from row to row; beside a pane, a row they reach is opened.
  const current = selected ?? cursor;
  const index = rows.findIndex((row) => row.id === current);
  const step = (by: 1 | -1) => {
    const row = index < 0 ? rows[0] : rows[index + by];
    if (!row) return;
    setCursor(row.id);
    if (selected !== null || layout !== 'table') open(row);
  };
  const choose = (range: boolean) => {
    const row = rows[index] ?? rows[0];
    if (!row) return;
    setCursor(row.id);
    selection.toggle(row, range);
  };
  const nextId = rows[index + 1]?.id;
  const beforeId = index > 0 ? rows[index - 1]?.id : undefined;
  useEffect(() => {
    const timer = setTimeout(() => [nextId, beforeId].forEach((id) => id !== undefined && fetchAhead(id)), 150);
    return () => clearTimeout(timer);
  }, [nextId, beforeId, fetchAhead]);

  // The list may drop a ticket the moment it is done with, so what comes next is settled before.
  const onNext = () => {
    const next = rows[index + 1] ?? rows[index - 1];
    if (index >= 0 && next) open(next, true);
    else back();
  };

  useKeys({
    ...bind({
      next: () => step(1),
      previous: () => step(-1),
      search: () => search.current?.focus(),
      select: () => choose(false),
      selectTo: () => choose(true),
      selectAll: selection.all,
      layout: nextLayout,
    }),
    ArrowDown: () => !inThread() && step(1),
    ArrowUp: () => !inThread() && step(-1),
  });

  return (
    <main className={cx(styles.inbox, selected !== null && styles.opened, styles[layout])}>
      <section className={styles.list} aria-label={t('list.region')}>
        <header className={styles.header}>
          <IconButton icon={sidebarHidden ? 'sidebar' : 'menu'} label={t('shell.showSidebar')} shortcut={keyOf('sidebar')} onClick={onSidebar} className={cx(styles.menu, sidebarHidden && styles.menuShown)} />
          <h1 className={styles.title}>{named(view?.names, view ? route.view : '')}</h1>
          {view && (view.own || isNarrowed(filter)) && (
            <Suspense>
              <ViewMenu view={view} filter={filter} narrowed={isNarrowed(filter)} onShow={(key) => go(viewPath(key))} />
            </Suspense>
          )}
          <ArrangeMenu onChoose={selection.begin} />
          <IconButton icon="plus" label={t('shell.new')} shortcut={keyOf('new')} onClick={() => onOverlay('new')} className={cx(styles.menu, sidebarHidden && styles.menuShown)} />
        </header>
        <FilterBar filter={filter} onChange={change} searchBox={search} />
        <TicketList
          filter={filter}
          narrowed={isNarrowed(filter)}
          selected={selected}
          cursor={cursor}
          chosen={selection}
          hrefOf={hrefOf}
          onOpen={onOpen}
          onNear={onNear}
          onRows={onRows}
          onSort={(sort) => change({ sort })}
          onWiden={() => go(inboxPath(filter.q && route.view !== 'all' ? { view: 'all', q: filter.q } : { view: route.view, sort: filter.sort }), { replace: true })}
        />
        {selection.choosing && (
          <Suspense fallback={<BulkBarComing />}>
            <BulkBar Ask={ActionDialog} selection={selection} loaded={rows.length} more={more} />
          </Suspense>
        )}
      </section>
      <section className={styles.conversation} aria-label={t('conversation.label')}>
        {layout === 'table' && selected !== null && (
          <nav className={styles.back} aria-label={t('list.region')}>
            <Button kind="quiet" size="s" icon="back" aria-keyshortcuts={keyOf('back')} onClick={back}>
              {named(view?.names, route.view)}
            </Button>
            <IconButton size="s" icon="up" label={t('keys.previous')} shortcut={keyOf('previous')} disabled={index <= 0} onClick={() => step(-1)} />
            <IconButton size="s" icon="down" label={t('keys.next')} shortcut={keyOf('next')} disabled={index < 0 || index >= rows.length - 1} onClick={() => step(1)} />
          </nav>
        )}
        {selected === null ? (
          <Empty icon="mail" title={t('conversation.none')}>
            {touch ? (
              t('conversation.noneTouch')
            ) : (
              <>
                {t('conversation.noneLead')} <Kbd keys={keyOf('next')} /> <Kbd keys={keyOf('previous')} />
              </>
            )}
          </Empty>
        ) : (
          <Boundary key={selected}>
            <ConversationPane id={selected} row={rows[index] ?? null} view={view ?? null} onBack={back} onNext={onNext} onCommands={onCommands} />
          </Boundary>
        )}
      </section>
    </main>
  );
}
