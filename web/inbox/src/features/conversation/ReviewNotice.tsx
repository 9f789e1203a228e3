import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@shared/ui/Button';
import { Banner } from '@shared/ui/Notice';
import { useMessages } from './api';
import styles from './ReviewNotice.module.css';

const OriginalDialog = lazy(() => import('./OriginalDialog'));

/** Which text says why, by the message's own reason. */
const reasons: Record<string, 'spam' | 'unsupported' | 'otherAccount'> = { spam: 'spam', unsupported: 'unsupported', 'other-account': 'otherAccount' };

/** Why somebody should look at a ticket the desk could not read whole, and the mail as it came. */
export function ReviewNotice({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const came = useMessages(ticketId).data?.pages.flatMap((page) => page.items).filter(({ direction, hasOriginal }) => direction === 'in' && hasOriginal);
  const original = came?.at(-1);
  return (
    <div className={styles.notice}>
      <Banner
        tone="warn"
        action={
          original && (
            <Button size="s" icon="file" onClick={() => setOpen(true)}>
              {t('message.showOriginal')}
            </Button>
          )
        }
      >
        {t(`message.${reasons[came?.map(({ review }) => review ?? '').find((review) => review in reasons) ?? ''] ?? 'review'}`)}
      </Banner>
      {open && original && <Suspense><OriginalDialog ticketId={ticketId} messageId={original.id} onClose={() => setOpen(false)} /></Suspense>}
    </div>
  );
}
