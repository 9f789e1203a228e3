import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@shared/api/schema';
import type { TextKey } from '@shared/i18n';
import { useFormat } from '@shared/i18n/format';
import { useNamed } from '@shared/i18n/useNamed';
import type { IconName } from '@shared/ui/Icon';
import { NavLink } from '@shared/ui/NavLink';
import { LoadError } from '@shared/ui/Notice';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { useOrderViews, useViews } from './api';
import styles from './ViewNav.module.css';

const icons: Record<string, IconName> = {
  mine: 'user',
  unassigned: 'help',
  watched: 'eye',
  unread: 'unread',
  open: 'inbox',
  waiting: 'refresh',
  closed: 'check',
  archived: 'archive',
  review: 'alert',
  all: 'mail',
  overdue: 'clock',
  snoozed: 'clock',
  drafts: 'note',
  spam: 'shield',
};

const groups: { key: View['group']; label: TextKey }[] = [
  { key: 'mine', label: 'views.mine' },
  { key: 'shared', label: 'views.shared' },
  { key: 'own', label: 'views.own' },
  { key: 'departments', label: 'views.departments' },
];

interface ViewNavProps {
  current: string | null;
  hrefOf: (view: string) => string;
  onChoose?: () => void;
}

/** The views with their live counts. */
export function ViewNav({ current, hrefOf, onChoose }: ViewNavProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const format = useFormat();
  const views = useViews();
  const order = useOrderViews();
  const [dragged, setDragged] = useState<string | null>(null);

  if (views.isPending)
    return (
      <Loading className={styles.loading}>
        {[70, 110, 80, 95, 60, 100].map((width) => (
          <Skeleton key={width} width={width} />
        ))}
      </Loading>
    );
  if (!views.data) return <LoadError what={t('views.failed')} error={views.error} onRetry={() => void views.refetch()} />;

  const shown = views.data;
  /** Puts one view where another of its group is. */
  const put = (moved: string, to: string) => {
    const [view, target] = [moved, to].map((one) => shown.find(({ key }) => key === one));
    if (!view || !target || view === target || view.group !== target.group) return;
    const others = shown.filter((one) => one !== view);
    const place = others.indexOf(target) + (shown.indexOf(view) < shown.indexOf(target) ? 1 : 0);
    order.mutate(others.toSpliced(place, 0, view));
  };
  const step = (group: View[], at: number, by: number) => {
    const [view, target] = [group[at], group[at + by]];
    if (view && target) put(view.key, target.key);
  };
  return (
    <nav aria-label={t('views.label')} className={styles.nav}>
      {groups
        .map((group) => ({ ...group, views: shown.filter((view) => view.group === group.key) }))
        .filter((group) => group.views.length > 0)
        .map((group) => (
          <section key={group.key}>
            <h2 className={styles.heading}>{t(group.label)}</h2>
            <ul>
              {group.views.map((view, at) => (
                <li
                  key={view.key}
                  title={t('views.move')}
                  draggable
                  onDragStart={() => setDragged(view.key)}
                  onDragOver={(event) => dragged && event.preventDefault()}
                  onDrop={() => {
                    if (dragged) put(dragged, view.key);
                    setDragged(null);
                  }}
                  onDragEnd={() => setDragged(null)}
                  onKeyDown={(event) => {
                    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                    event.preventDefault();
                    step(group.views, at, event.key === 'ArrowUp' ? -1 : 1);
                  }}
                >
                  <NavLink
                    to={hrefOf(view.key)}
                    icon={icons[view.key] ?? (group.key === 'departments' ? 'users' : 'star')}
                    current={view.key === current}
                    onClick={onChoose}
                    end={
                      view.count ? (
                        <span className={styles.count}>
                          <span aria-hidden="true">
                            {format.number(view.count)}
                            {view.more && '+'}
                          </span>
                          <span className="visually-hidden">{t('views.count', { count: view.count })}</span>
                        </span>
                      ) : null
                    }
                  >
                    {named(view.names, view.key)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}
