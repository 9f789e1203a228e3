import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@shared/api/problem';
import { Button } from '@shared/ui/Button';
import { TextField } from '@shared/ui/Field';
import { Banner, useReason } from '@shared/ui/Notice';
import { useSaveCalendar } from './api';
import styles from './CalendarsScreen.module.css';
import { faultsOf, type Draft } from './hours';
import { HolidayList } from './HolidayList';
import { TwoWeeks } from './TwoWeeks';
import { WeekRows } from './WeekRows';
import { ZonePicker } from './ZonePicker';

interface CalendarFormProps {
  /** Null for a new one. */
  id: string | null;
  begins: Draft;
  onDone: () => void;
}

/** A calendar being written. What is wrong is said when it is saved, and from then on while it is mended. */
export function CalendarForm({ id, begins, onDone }: CalendarFormProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const [draft, setDraft] = useState(begins);
  const [tried, setTried] = useState(false);
  const [now] = useState(() => Date.now());
  const save = useSaveCalendar(id);

  const faults = tried ? faultsOf(draft) : {};
  const own = Object.fromEntries(Object.entries(faults).map(([place, fault]) => [place, t(`calendarFault.${fault}`)]));
  const told = save.error instanceof Problem ? save.error.errors : {};
  const errors = { ...told, ...own };

  const edit = (part: Partial<Draft>) => {
    if (!save.isPending) save.reset();
    setDraft({ ...draft, ...part });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faultsOf(draft)).length === 0) save.mutate(draft, { onSuccess: onDone });
  };

  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={begins.name}>
      <div className={styles.top}>
        <TextField label={t('calendars.name')} maxLength={80} error={errors.name} value={draft.name} data-focus onChange={(event) => edit({ name: event.target.value })} />
        <ZonePicker chosen={draft.timeZone} error={errors.timeZone} onChoose={(timeZone) => edit({ timeZone })} />
      </div>
      <section className={styles.part}>
        <h3>{t('calendars.week')}</h3>
        <WeekRows week={draft.week} errors={errors} onChange={(week) => edit({ week })} />
        <p className={styles.quiet}>{t('calendars.weekHint')}</p>
      </section>
      <section className={styles.part}>
        <h3>{t('calendars.holidays')}</h3>
        <HolidayList holidays={draft.holidays} errors={errors} onChange={(holidays) => edit({ holidays })} />
      </section>
      <section className={styles.part}>
        <h3>{t('calendars.preview')}</h3>
        <TwoWeeks draft={draft} now={now} />
      </section>
      {save.isError ? (
        <Banner tone="bad" live="assertive">
          {reason(save.error)}
        </Banner>
      ) : (
        Object.keys(faults).length > 0 && (
          <Banner tone="bad" live="assertive">
            {t('calendars.mend')}
          </Banner>
        )
      )}
      <footer className={styles.end}>
        <Button kind="primary" type="submit" busy={save.isPending} disabled={save.isPending}>
          {save.isPending ? t('calendars.saving') : t('calendars.save')}
        </Button>
        <Button kind="quiet" disabled={save.isPending} onClick={onDone}>
          {t('cancel')}
        </Button>
      </footer>
    </form>
  );
}
