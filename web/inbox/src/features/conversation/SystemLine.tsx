import { useEventText } from '@/features/workflow/api';
import type { TicketEvent } from '@shared/api/schema';
import { Ago } from '@shared/ui/Ago';
import styles from './SystemLine.module.css';

/** What happened beside the messages; nothing where they tell it themselves. */
export function SystemLine({ event }: { event: TicketEvent }) {
  const said = useEventText()(event);
  if (said === null) return null;
  return (
    <p className={styles.line}>
      <span>{said}</span>
      <Ago at={event.at} style="moment" className={styles.time} />
    </p>
  );
}
