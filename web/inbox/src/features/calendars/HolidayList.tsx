import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holiday } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Button, IconButton } from '@shared/ui/Button';
import { TextArea, TextField } from '@shared/ui/Field';
import { Switch } from '@shared/ui/Switch';
import styles from './CalendarsScreen.module.css';
import { dateOf, inOrder, readHolidays, yearly, type Fault } from './hours';
import { SpanList } from './SpanList';

interface HolidayListProps {
  holidays: Holiday[];
  errors: Record<string, string>;
  onChange: (holidays: Holiday[]) => void;
}

/** The days that are unlike their weekday, and ways to add more. */
export function HolidayList({ holidays, errors, onChange }: HolidayListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const add = (more: Holiday[]) => onChange(inOrder([...holidays, ...more]));
  return (
    <div className={styles.holidays}>
      {holidays.length === 0 && <p className={styles.quiet}>{t('calendars.noHolidays')}</p>}
      <ul className={styles.week}>
        {holidays.map((holiday, index) => {
          const date = dateOf(holiday.date);
          const place = `holidays[${index}]`;
          return (
            <li key={holiday.date} className={styles.day}>
              <span className={styles.dayName}>
                {holiday.name}
                <small>
                  {date ? format.day(date, holiday.date.startsWith('--')) : holiday.date}
                  {holiday.date.startsWith('--') && ` · ${t('calendars.yearly')}`}
                </small>
                {(errors[`${place}.date`] ?? errors[`${place}.name`]) && <span className={styles.error}>{errors[`${place}.date`] ?? errors[`${place}.name`]}</span>}
              </span>
              <SpanList day={holiday.name} spans={holiday.spans} place={`${place}.spans`} errors={errors} onChange={(spans) => onChange(holidays.map((one, at) => (at === index ? { ...one, spans } : one)))} />
              <IconButton icon="close" size="s" label={t('calendars.removeHoliday', { name: holiday.name })} onClick={() => onChange(holidays.filter((_, at) => at !== index))} />
            </li>
          );
        })}
      </ul>
      {errors.holidays && <p className={styles.error}>{errors.holidays}</p>}
      <AddHoliday known={holidays} onAdd={(holiday) => add([holiday])} />
      <PasteHolidays known={holidays} onAdd={add} />
    </div>
  );
}

function AddHoliday({ known, onAdd }: { known: Holiday[]; onAdd: (holiday: Holiday) => void }) {
  const { t } = useTranslation();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [every, setEvery] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const add = () => {
    const told = every ? yearly(date) : date;
    const wrong = !dateOf(date) ? 'date' : known.some((one) => one.date === told) ? 'twice' : !name.trim() ? 'name' : null;
    setFault(wrong);
    if (wrong) return;
    onAdd({ date: told, name: name.trim(), spans: [] });
    setDate('');
    setName('');
  };

  const said = fault && t(`calendarFault.${fault}`);
  return (
    <div
      className={styles.adding}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
        event.preventDefault();
        add();
      }}
    >
      <TextField label={t('calendars.date')} type="date" min="2000-01-01" max="2100-12-31" error={fault === 'name' ? null : said} value={date} onChange={(event) => setDate(event.target.value)} />
      <TextField label={t('calendars.holidayName')} maxLength={80} error={fault === 'name' ? said : null} value={name} onChange={(event) => setName(event.target.value)} />
      <Switch label={t('calendars.yearly')} on={every} onChange={setEvery} />
      <Button icon="plus" onClick={add}>
        {t('calendars.addHoliday')}
      </Button>
    </div>
  );
}

function PasteHolidays({ known, onAdd }: { known: Holiday[]; onAdd: (holidays: Holiday[]) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isLeft, setLeft] = useState(false);
  const add = () => {
    const { read, left } = readHolidays(text, known);
    if (read.length > 0) onAdd(read);
    setText(left);
    setLeft(left !== '');
  };
  return (
    <details className={styles.paste}>
      <summary>{t('calendars.paste')}</summary>
      <TextArea
        label={t('calendars.paste')}
        hint={t('calendars.pasteHint', { year: '2026-12-24', yearly: '--12-25' })}
        error={isLeft ? t('calendars.pasteLeft') : null}
        rows={5}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setLeft(false);
        }}
      />
      <Button disabled={!text.trim()} onClick={add}>
        {t('calendars.pasteAdd')}
      </Button>
    </details>
  );
}
