import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@shared/ui/Button';
import { Empty, LoadError } from '@shared/ui/Notice';
import { Menu } from '@shared/ui/Menu';
import page from '@shared/ui/Page.module.css';
import { Loading, Skeleton } from '@shared/ui/Skeleton';
import { Unsaved } from '@shared/ui/LeaveGuard';
import { useCalendars } from './api';
import { CalendarCard } from './CalendarCard';
import { CalendarForm } from './CalendarForm';
import styles from './CalendarsScreen.module.css';
import { begin, templates, type Draft } from './hours';

/** When each store and department is there. */
export default function CalendarsScreen() {
  const { t } = useTranslation();
  const calendars = useCalendars();
  const [adding, setAdding] = useState<Draft | null>(null);
  const choices = templates.map((key) => ({ key, label: t(`calendars.${key}`), onSelect: () => setAdding(begin(key, t(`calendars.${key}`))) }));
  return (
    <main className={page.page}>
      <header className={page.header}>
        <h1>{t('calendars.title')}</h1>
        <p>{t('calendars.lead')}</p>
      </header>
      {calendars.data ? (
        <div className={styles.list}>
          {adding ? (
            <section className={page.card} aria-label={t('calendars.add')}>
              <Unsaved>
                <CalendarForm id={null} begins={adding} onDone={() => setAdding(null)} />
              </Unsaved>
            </section>
          ) : calendars.data.length === 0 ? (
            <Empty
              icon="clock"
              title={t('calendars.empty')}
              action={
                <div className={styles.end}>
                  {choices.map(({ key, label, onSelect }) => (
                    <Button key={key} onClick={onSelect}>
                      {label}
                    </Button>
                  ))}
                </div>
              }
            >
              {t('calendars.emptyLead')}
            </Empty>
          ) : (
            <div>
              <Menu
                label={t('calendars.add')}
                groups={[{ key: 'templates', items: choices }]}
                trigger={(props) => (
                  <Button {...props} icon="plus">
                    {t('calendars.add')}
                  </Button>
                )}
              />
            </div>
          )}
          {calendars.data.map((calendar) => (
            <CalendarCard key={calendar.id} calendar={calendar} all={calendars.data} now={calendars.dataUpdatedAt} />
          ))}
        </div>
      ) : calendars.isError ? (
        <LoadError what={t('calendars.failed')} error={calendars.error} onRetry={() => void calendars.refetch()} />
      ) : (
        <Loading className={styles.list}>
          <Skeleton height={160} />
        </Loading>
      )}
    </main>
  );
}
