import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message, Ticket } from '@shared/api/schema';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { Banner, useReason } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';
import { useSplit } from './api';
import styles from './SplitDialog.module.css';

interface SplitDialogProps {
  message: Message;
  /** Whether what came after the message may go along. */
  withLater: boolean;
  onSplit: (split: Ticket) => void;
  onClose: () => void;
}

/** Asks how much goes to a ticket of its own, and sends it there. */
export function SplitDialog({ message, withLater, onSplit, onClose }: SplitDialogProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const split = useSplit(message.ticketId);
  const [later, setLater] = useState(withLater);
  const id = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (split.isPending) return;
    split.mutate(
      { messageId: message.id, andLater: later },
      {
        onSuccess: (made) => {
          onClose();
          onSplit(made);
          tell(t('split.done', { number: made.number }));
        },
      },
    );
  };

  const way = (value: boolean, name: string) => (
    <label className={styles.way}>
      <input type="radio" name={id} checked={later === value} data-focus={later === value ? '' : undefined} onChange={() => setLater(value)} />
      {name}
    </label>
  );

  return (
    <Dialog
      title={t('split.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" icon="split" type="submit" form={`${id}-form`} busy={split.isPending} data-focus={withLater ? undefined : ''}>
            {t(split.isPending ? 'split.busy' : 'split.do')}
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} className={styles.form} onSubmit={submit}>
        {split.isError && (
          <Banner tone="bad" live="assertive">
            {reason(split.error)} {t('error.nothingLost')}
          </Banner>
        )}
        {withLater ? (
          <fieldset className={styles.ways}>
            <legend>{t('split.what')}</legend>
            {way(true, t('split.later'))}
            {way(false, t('split.alone'))}
          </fieldset>
        ) : (
          <p>{t('split.only')}</p>
        )}
        <p className={styles.lead}>{t('split.lead')}</p>
      </form>
    </Dialog>
  );
}
