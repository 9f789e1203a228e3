import { useStores } from '@/features/stores/api';
import type { Ticket } from '@shared/api/schema';
import { useSession } from '@shared/api/session';
import styles from './Composer.module.css';

/** What the store puts under the answer when it leaves. */
export function SignatureLine({ ticket }: { ticket: Ticket }) {
  const store = useStores().find(({ id }) => id === ticket.store);
  const me = useSession()?.agent;
  if (!store?.signature || !me) return null;
  return (
    <div className={styles.signature} dir="auto">
      {store.signature.replaceAll('{agent}', me.name).replaceAll('{store}', store.name)}
    </div>
  );
}
