import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { TextField } from '@shared/ui/Field';
import { Menu } from '@shared/ui/Menu';
import { useAct } from './api';
import { moments } from './moments';

/** Puts a ticket out of sight until a time, or until its customer writes. */
export function SnoozeMenu({ row }: { row: TicketRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { change } = useAct();
  const [asking, setAsking] = useState(false);
  const snooze = (until: Date | null) => change(row, 'snooze', { until: until?.toISOString() ?? null }, { snoozedUntil: until?.toISOString() ?? null });
  return (
    <>
      <Menu
        label={t('snooze.label')}
        groups={[
          { key: 'times', items: moments(new Date()).map(({ key, at }) => ({ key, label: `${t(`snooze.${key}`)} · ${format.moment(at, Date.now())}`, onSelect: () => snooze(at) })) },
          {
            key: 'other',
            items: [{ key: 'ask', label: t('snooze.ask'), icon: 'clock' as const, onSelect: () => setAsking(true) }, ...(row.snoozedUntil ? [{ key: 'back', label: t('snooze.back'), icon: 'undo' as const, onSelect: () => snooze(null) }] : [])],
          },
        ]}
        trigger={(props) => (
          <Button {...props} size="s" icon="clock">
            {row.snoozedUntil ? t('snooze.until', { until: format.moment(new Date(row.snoozedUntil), Date.now()) }) : t('snooze.label')}
          </Button>
        )}
      />
      {asking && (
        <AskTime
          onClose={() => setAsking(false)}
          onTime={(at) => {
            setAsking(false);
            snooze(at);
          }}
        />
      )}
    </>
  );
}

function AskTime({ onTime, onClose }: { onTime: (at: Date) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTime(new Date(text));
  };
  return (
    <Dialog
      title={t('snooze.ask')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form="snooze-time">
            {t('snooze.label')}
          </Button>
        </>
      }
    >
      <form id="snooze-time" onSubmit={submit}>
        <TextField label={t('snooze.time')} type="datetime-local" required value={text} onChange={({ target }) => setText(target.value)} />
      </form>
    </Dialog>
  );
}
