import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabelColors } from '@/features/actions/api';
import { useAgentName } from '@/features/agents/api';
import { useStores } from '@/features/stores/api';
import { useWorkflow } from '@/features/workflow/api';
import type { TicketRow } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Empty, LoadError } from '@shared/ui/Notice';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useTicketList, type Filter } from './api';
import styles from './TicketList.module.css';
import { TicketRowItem } from './TicketRowItem';

interface TicketListProps {
  filter: Filter;
  narrowed: boolean;
  selected: string | null;
  hrefOf: (row: TicketRow) => string;
  onOpen: (row: TicketRow) => void;
  onNear: (row: TicketRow) => void;
  onRows: (rows: TicketRow[]) => void;
  onWiden: () => void;
}

const rowHeight = 80;
/** The next page is asked for while this many rows are still below. */
const ahead = 25;

export function TicketList({ filter, narrowed, selected, hrefOf, onOpen, onNear, onRows, onWiden }: TicketListProps) {
  const colors = useLabelColors();
  const { t } = useTranslation();
  const list = useTicketList(filter);
  const { stateName } = useWorkflow();
  const agentName = useAgentName();
  const stores = useStores();
  const storeOf = useMemo(() => new Map(stores.map((store) => [store.id, store])), [stores]);
  const scroller = useRef<HTMLDivElement>(null);

  const rows = useMemo(() => {
    const seen = new Set<string>();
    return (list.data?.pages ?? []).flatMap((page) => page.items).filter((row) => !seen.has(row.id) && seen.add(row.id));
  }, [list.data]);
  useEffect(() => onRows(rows), [rows, onRows]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
    initialRect: { width: 360, height: 800 },
  });
  const items = virtual.getVirtualItems();

  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && last >= rows.length - ahead) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  // Only a move of the selection scrolls; rows that arrive meanwhile do not.
  const index = rows.findIndex((row) => row.id === selected);
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (index >= 0 && followed.current !== selected) virtual.scrollToIndex(index, { align: 'auto' });
    if (index >= 0 || selected === null) followed.current = selected;
  }, [selected, index, virtual]);

  const name = JSON.stringify([filter]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [name]);

  if (list.isPending)
    return (
      <Loading className={styles.scroller}>
        {Array.from({ length: 9 }, (_, row) => (
          <div key={row} className={styles.bones} style={{ height: rowHeight }}>
            <Skeleton width={`${40 + ((row * 17) % 30)}%`} />
            <Skeleton width={`${60 + ((row * 23) % 35)}%`} />
            <Skeleton width={`${70 + ((row * 13) % 25)}%`} height={10} />
          </div>
        ))}
      </Loading>
    );
  if (!list.data) return <LoadError what={t('list.failed')} error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0)
    return narrowed ? (
      <Empty icon="search" title={t('list.noneFound')} action={<Button onClick={onWiden}>{t('list.widen')}</Button>}>
        {t('list.noneFoundLead')}
      </Empty>
    ) : (
      <Empty icon="check" title={t('list.empty')}>
        {t('list.emptyLead')}
      </Empty>
    );

  return (
    <div ref={scroller} className={styles.scroller} tabIndex={-1}>
      <div role="list" aria-label={t('list.label')} style={{ height: virtual.getTotalSize() }} className={styles.rows}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <div key={item.key} role="listitem" aria-setsize={hasNextPage ? -1 : rows.length} aria-posinset={item.index + 1} className={styles.item} style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}>
                <TicketRowItem
                  row={row}
                  href={hrefOf(row)}
                  selected={row.id === selected}
                  stateName={stateName(row.state)}
                  assigneeName={agentName(row.assignee)}
                  store={storeOf.get(row.store) ?? null}
                  colors={colors}
                  onOpen={onOpen}
                  onNear={onNear}
                />
              </div>
            )
          );
        })}
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
  );
}
