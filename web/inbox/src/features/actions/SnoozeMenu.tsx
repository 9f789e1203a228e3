import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskSnooze } from '@/features/picks/api';
import type { TicketRow } from '@shared/api/schema';
import { useFormat } from '@shared/i18n/format';
import { moments } from '@shared/moments';
import { Button } from '@shared/ui/Button';
import { Menu } from '@shared/ui/Menu';
import { useAct } from './api';

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
        <AskSnooze onTime={snooze} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
