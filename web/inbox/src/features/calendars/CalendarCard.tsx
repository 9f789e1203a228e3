import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { AskDelete } from '@shared/ui/AskDelete';
import { Button } from '@shared/ui/Button';
import { Banner, useReason } from '@shared/ui/Notice';
import page from '@shared/ui/Page.module.css';
import { Pill } from '@shared/ui/Pill';
import { Unsaved } from '@shared/ui/LeaveGuard';
import { useDeleteCalendar } from './api';
import { CalendarForm } from './CalendarForm';
import styles from './CalendarsScreen.module.css';
import { draftOf } from './hours';
import { UsedBy } from './UsedBy';

/** One calendar: whether it is open, who goes by it, and a form to change it. */
export function CalendarCard({ calendar, all, now }: { calendar: Calendar; all: Calendar[]; now: number }) {
  const { t } = useTranslation();
  const reason = useReason();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const remove = useDeleteCalendar(calendar.id);
  return (
    <section className={page.card} aria-label={calendar.name}>
      <header className={page.cardHeader}>
        <h2>{calendar.name}</h2>
        <OpenNow calendar={calendar} now={now} />
      </header>
      {editing ? (
        <Unsaved>
          <CalendarForm id={calendar.id} begins={draftOf(calendar)} onDone={() => setEditing(false)} />
        </Unsaved>
      ) : (
        <>
          <p className={styles.quiet}>{calendar.timeZone.replaceAll('_', ' ')}</p>
          <UsedBy calendar={calendar} all={all} />
          {remove.isError && (
            <Banner tone="bad" live="assertive">
              {reason(remove.error)}
            </Banner>
          )}
          {asking && <AskDelete name={calendar.name} onDelete={remove.mutate} onClose={() => setAsking(false)} />}
          <footer className={styles.end}>
            <Button onClick={() => setEditing(true)}>{t('calendars.edit')}</Button>
            <Button kind="quiet" busy={remove.isPending} disabled={remove.isPending} onClick={() => setAsking(true)}>
              {t('calendars.delete')}
            </Button>
          </footer>
        </>
      )}
    </section>
  );
}

function OpenNow({ calendar: { now: hours, timeZone }, now }: { calendar: Calendar; now: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = hours.until && format.opening(new Date(hours.until), now, timeZone);
  return (
    <Pill icon={hours.open ? 'check' : 'clock'} tone={hours.open ? 'good' : 'plain'}>
      {hours.open ? (when ? t('calendars.openUntil', { when }) : t('calendars.openAlways')) : when ? t('calendars.opens', { when }) : t('calendars.closed')}
    </Pill>
  );
}
