import { useTranslation } from 'react-i18next';
import type { Delivery } from '@shared/api/schema';
import type { TextKey } from '@shared/i18n';
import { useFormat } from '@shared/i18n/format';
import { Button } from '@shared/ui/Button';
import { cx } from '@shared/ui/cx';
import { Icon, type IconName } from '@shared/ui/Icon';
import { useReason } from '@shared/ui/Notice';
import { useRetryDelivery } from './api';
import styles from './DeliveryLine.module.css';

const looks: Record<Delivery['state'], { icon: IconName; text: TextKey; bad?: true }> = {
  queued: { icon: 'refresh', text: 'delivery.queued' },
  sending: { icon: 'send', text: 'delivery.sending' },
  sent: { icon: 'check', text: 'delivery.sent' },
  delivered: { icon: 'checks', text: 'delivery.delivered' },
  read: { icon: 'checks', text: 'delivery.read' },
  bounced: { icon: 'alert', text: 'delivery.bounced', bad: true },
  failed: { icon: 'alert', text: 'delivery.failed', bad: true },
};

/** No mail server is set, so it lies in a folder of the desk. */
const kept: (typeof looks)['sent'] = { icon: 'alert', text: 'delivery.kept' };

/** How far an answer has come; when it did not arrive, why, and a way to send it again. */
export function DeliveryLine({ ticketId, messageId, delivery, notice = false }: { ticketId: string; messageId: string; delivery: Delivery; notice?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const retry = useRetryDelivery(ticketId);
  const look = delivery.kept && delivery.state === 'sent' ? kept : looks[delivery.state];
  return (
    <div className={cx(styles.line, look.bad && styles.bad)}>
      <span className={styles.state} title={format.exact(new Date(delivery.at))}>
        <Icon name={look.icon} size={13} />
        {t(look.text)}
      </span>
      {notice && (
        <span className={styles.state} title={t('delivery.noticeHint')}>
          <Icon name="mail" size={13} />
          {t('delivery.notice')}
        </span>
      )}
      {look === kept && <span className={styles.reason}>{t('delivery.keptHint')}</span>}
      {delivery.error && <span className={styles.reason}>{delivery.error}</span>}
      {look.bad && (
        <Button size="s" icon="refresh" busy={retry.isPending} disabled={retry.isPending} onClick={() => retry.mutate(messageId)}>
          {t('delivery.retry')}
        </Button>
      )}
      {retry.isError && <span role="alert">{reason(retry.error)}</span>}
    </div>
  );
}
