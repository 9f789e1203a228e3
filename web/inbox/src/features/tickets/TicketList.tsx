import { useVirtualizer } from '@tanstack/react-virtual';
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabelColors } from '@/features/actions/api';
import { useAgentName } from '@/features/agents/api';
import { useDrafted } from '@/features/composer/api';
import { useDepartments } from '@/features/departments/api';
import { useLookers } from '@/features/presence/api';
import { useStores } from '@/features/stores/api';
import { useWorkflow } from '@/features/workflow/api';
import type { TicketRow } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Button } from '@shared/ui/Button';
import { cx } from '@shared/ui/cx';
import { LoadError } from '@shared/ui/Notice';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import type { Filter } from './api';
import { rowHeights, useLayout, useArrangement } from './arrangement';
import { RowShell } from './RowShell';
import { gridOf } from './columns';
import styles from './TicketList.module.css';
import { TicketLine, TicketRowItem } from './TicketRowItem';
import { useCalmScroll } from './useCalmScroll';
import { useRows } from './useRows';

interface TicketListProps {
  filter: Filter;
  narrowed: boolean;
  /** The open ticket. */
  selected: string | null;
  /** The row the keys are at, while no ticket is open. */
  cursor: string | null;
  /** Which rows are chosen for work on many. */
  chosen: { has: (id: string) => boolean; choosing: boolean; toggle: (row: TicketRow, range: boolean) => void };
  hrefOf: (row: TicketRow) => string;
  onOpen: (row: TicketRow) => void;
  onNear: (row: TicketRow) => void;
  onRows: (rows: TicketRow[], more: boolean) => void;
  onSort: (sort: Filter['sort']) => void;
  onWiden: () => void;
}

const EmptyList = lazy(() => import('./EmptyList').then(({ EmptyList }) => ({ default: EmptyList })));
const TableHead = lazy(() => import('./TicketCells').then(({ TableHead }) => ({ default: TableHead })));
const TicketCells = lazy(() => import('./TicketCells').then(({ TicketCells }) => ({ default: TicketCells })));

/** The next page is asked for while this many rows are still below. */
const ahead = 60;
const headHeight = 34;

export function TicketList({ filter, narrowed, selected, cursor, chosen, hrefOf, onOpen, onNear, onRows, onSort, onWiden }: TicketListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const colors = useLabelColors();
  const { stateName } = useWorkflow();
  const agentName = useAgentName();
  const departments = useDepartments();
  const stores = useStores();
  const lookers = useLookers();
  const drafted = useDrafted();
  const storeOf = useMemo(() => new Map(stores.map((store) => [store.id, store])), [stores]);
  const { density, columns } = useArrangement();
  const layout = useLayout();
  const [down, setDown] = useState(false);
  const { list, rows, news } = useRows(filter, selected, down);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeights[layout][density];
  const scrolled = useCalmScroll(scroller, rows, rowHeight);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  // Before they are painted: whoever sees a row can press a key for it.
  useLayoutEffect(() => onRows(rows, hasNextPage), [rows, hasNextPage, onRows]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
    initialRect: { width: 360, height: 800 },
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();

  const at = selected ?? cursor;
  const index = rows.findIndex((row) => row.id === at);
  const last = Math.max(items.at(-1)?.index ?? 0, index);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && last >= rows.length - ahead) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  // Only a move of the selection scrolls; rows that arrive meanwhile do not.
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (index >= 0 && followed.current !== at) virtual.scrollToIndex(index, { align: 'auto' });
    if (index >= 0 || at === null) followed.current = at;
  }, [at, index, virtual]);
  useEffect(() => {
    if (cursor === null || selected !== null) return;
    const frame = requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${cursor}"] a`)?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [cursor, selected]);

  const name = JSON.stringify([filter]);
  const toTop = () => void scroller.current?.scrollTo({ top: 0 }); // newer browsers answer with a promise, which is no way to end an effect
  useEffect(toTop, [name]);

  if (list.isPending)
    return (
      <Loading className={styles.scroller}>
        {Array.from({ length: 9 }, (_, row) => (
          <div key={row} className={styles.bones} style={{ height: rowHeight }}>
            <Skeleton width={`${40 + ((row * 17) % 30)}%`} />
            {layout === 'split' && <Skeleton width={`${60 + ((row * 23) % 35)}%`} />}
          </div>
        ))}
      </Loading>
    );
  if (!list.data) return <LoadError what={t('list.failed')} error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0)
    return (
      <Suspense>
        <EmptyList view={filter.view ?? ''} q={filter.q} narrowed={narrowed} onWiden={onWiden} />
      </Suspense>
    );

  const table = layout === 'table';
  const grid = table ? gridOf(columns) : null;
  const Item = layout === 'compact' ? TicketLine : TicketRowItem;
  return (
    <div className={styles.frame}>
      {news > 0 && (
        <Button size="s" kind="primary" className={styles.news} onClick={toTop}>
          {t('arrange.news', { count: news })}
        </Button>
      )}
      <div ref={scroller} data-list="" className={cx(styles.scroller, chosen.choosing && styles.choosable)} tabIndex={-1} onScroll={(event) => {
          setDown(event.currentTarget.scrollTop > rowHeight / 2);
          scrolled();
        }}>
        <div role={table ? 'table' : undefined} aria-label={table ? t('list.label') : undefined} aria-rowcount={table ? (hasNextPage ? -1 : rows.length + 1) : undefined} style={grid ? { minWidth: grid.least } : undefined}>
          {table && (
            <Suspense fallback={<div style={{ height: headHeight }} />}>
              <TableHead columns={columns} sort={filter.sort} onSort={(sort) => onSort(sort === 'newest' ? undefined : sort)} />
            </Suspense>
          )}
          <div role={table ? 'rowgroup' : 'list'} aria-label={table ? undefined : t('list.label')} style={{ height: virtual.getTotalSize() }} className={styles.rows}>
            {items.map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              const facts = {
                row,
                href: hrefOf(row),
                selected: row.id === selected,
                stateName: stateName(row.state),
                assigneeName: agentName(row.assignee),
                store: storeOf.get(row.store) ?? null,
                colors,
                drafted: drafted.has(row.id),
                lookers: format.list(lookers(row.id).map((agent) => agentName(agent) ?? '')),
                onOpen,
                onNear,
              };
              const place = { height: rowHeight, transform: `translateY(${item.start}px)` };
              return (
                <RowShell
                  key={item.key}
                  row={row}
                  role={table ? 'row' : 'listitem'}
                  {...(table ? { 'aria-rowindex': item.index + 2 } : { 'aria-setsize': hasNextPage ? -1 : rows.length, 'aria-posinset': item.index + 1 })}
                  className={cx(table && styles.row, table && row.id === selected && styles.current)}
                  style={grid ? { ...place, gridTemplateColumns: grid.columns } : place}
                  checked={chosen.has(row.id)}
                  choosing={chosen.choosing}
                  onCheck={chosen.toggle}
                >
                  {table ? (
                    <Suspense fallback={<Skeleton width={`${50 + ((item.index * 17) % 40)}%`} />}>
                      <TicketCells {...facts} columns={columns} departmentName={departments.find(({ id }) => id === row.department)?.name ?? row.department} />
                    </Suspense>
                  ) : (
                    <Item {...facts} />
                  )}
                </RowShell>
              );
            })}
          </div>
        </div>
        {isFetchNextPageError && (
          <div className={styles.more}>
            <p>{t('list.moreFailed')}</p>
            <Button size="s" icon="refresh" onClick={() => void fetchNextPage()}>
              {t('retry')}
            </Button>
          </div>
        )}
        {isFetchingNextPage && <p className={styles.more}>{t('loading')}</p>}
      </div>
    </div>
  );
}
