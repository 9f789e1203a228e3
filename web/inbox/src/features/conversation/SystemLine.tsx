import { useEventText } from '@/features/workflow/api';
import type { TicketEvent } from '@shared/api/schema';
import { Ago } from '@shared/ui/Ago';
import styles from './SystemLine.module.css';

export function SystemLine({ event }: { event: TicketEvent }) {
  const say = useEventText();
  return (
    <p className={styles.line}>
      <span>{say(event)}</span>
      <Ago at={event.at} style="moment" className={styles.time} />
    </p>
  );
}
