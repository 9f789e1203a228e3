import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@shared/i18n/usePerson';
import { Ago } from '@shared/ui/Ago';
import { cx } from '@shared/ui/cx';
import { DueMark } from '@shared/ui/DueMark';
import { Icon } from '@shared/ui/Icon';
import { StateMark } from '@shared/ui/StateMark';
import type { Filter } from './api';
import type { Column } from './arrangement';
import { columnNames, gridOf } from './columns';
import { RowLink } from './RowLink';
import { Labels, Pressing, Signs, type RowFacts } from './RowSigns';
import styles from './TicketTable.module.css';

type Sort = NonNullable<Filter['sort']>;
const sorts: Partial<Record<Column, Sort[]>> = { updated: ['newest', 'oldest'], created: ['created'], due: ['due'] };
const ascending = new Set<Sort>(['oldest', 'due']);

/** The names of the columns; those the desk can sort by are buttons. */
export function TableHead({ columns, sort = 'newest', onSort }: { columns: readonly Column[]; sort?: Sort; onSort: (sort: Sort) => void }) {
  const { t } = useTranslation();
  return (
    <div role="row" className={styles.head} style={{ gridTemplateColumns: gridOf(columns).columns }}>
      <span role="columnheader" className="visually-hidden">
        {t('keys.select')}
      </span>
      {(['ticket', ...columns] as const).map((column, at) => {
        const ways = column === 'ticket' ? undefined : sorts[column];
        const now = ways?.includes(sort) ?? false;
        const next = ways?.[(ways.indexOf(sort) + 1) % ways.length];
        return (
          <span key={column} role="columnheader" style={{ gridColumn: at + 2 }} aria-sort={now ? (ascending.has(sort) ? 'ascending' : 'descending') : undefined}>
            {next ? (
              <button type="button" className={styles.sort} onClick={() => onSort(next)}>
                {t(columnNames[column])}
                {now && <Icon name="down" size={13} className={cx(ascending.has(sort) && styles.up)} />}
              </button>
            ) : (
              t(columnNames[column])
            )}
          </span>
        );
      })}
    </div>
  );
}

/** A ticket as the cells of a table. */
export const TicketCells = memo(function TicketCells(facts: RowFacts & { columns: readonly Column[]; departmentName: string }) {
  const { row, columns, stateName, assigneeName, departmentName, store, colors } = facts;
  const { t } = useTranslation();
  const sender = usePerson()(row.customer);
  const cells: Record<Column, ReactNode> = {
    customer: <span title={row.customer.address}>{sender}</span>,
    state: <StateMark category={row.category} name={stateName} />,
    assignee: assigneeName ?? <span className={styles.none}>{t('assign.nobody')}</span>,
    department: departmentName,
    store: store?.name,
    labels: <Labels labels={row.labels} colors={colors} />,
    priority: t(`priority.${row.priority}`),
    due: <DueMark targets={row.targets} />,
    created: <Ago at={row.createdAt} />,
    updated: <Ago at={row.lastMessageAt} />,
  };
  return (
    <>
      <span role="cell" className={cx(styles.cell, styles.ticket)}>
        {row.unread && <span className={styles.dot} role="img" aria-label={t('row.unread')} title={t('row.unread')} />}
        <RowLink row={row} href={facts.href} selected={facts.selected} onOpen={facts.onOpen} onNear={facts.onNear} className={styles.link}>
          <span className={styles.subject}>{row.subject || t('row.noSubject')}</span>
          <span className={styles.preview}>{row.preview}</span>
        </RowLink>
        <Pressing row={row} bare={columns.includes('due')} />
        <Signs {...facts} assigneeName={columns.includes('assignee') ? null : assigneeName} />
      </span>
      {columns.map((column) => (
        <span key={column} role="cell" className={styles.cell}>
          {cells[column]}
        </span>
      ))}
    </>
  );
});
