import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketEvent } from '@shared/api/schema';
import { Icon } from '@shared/ui/Icon';
import { SystemLine } from './SystemLine';
import styles from './SystemLine.module.css';

/** Changes that followed each other, as one line that unfolds. */
export function SystemLines({ events }: { events: TicketEvent[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.group}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'next'} size={12} /> {t('talk.changes', { count: events.length })}
      </button>
      {open && events.map((event) => <SystemLine key={event.id} event={event} />)}
    </div>
  );
}
