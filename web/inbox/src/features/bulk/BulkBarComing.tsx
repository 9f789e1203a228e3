import { bind } from '@shared/keys/table';
import { useKeys } from '@shared/keys/useKeys';

const nothing = () => undefined;
const acting = bind({ assign: nothing, label: nothing, snooze: nothing, department: nothing, close: nothing, unread: nothing });

/** Stands for the bar while it is on its way: no key acts on the open ticket instead of the chosen ones, and those of the list go on. */
export function BulkBarComing() {
  useKeys(acting, true, true);
  return null;
}
