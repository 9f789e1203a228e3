import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpen, useCustomerTickets } from '@/features/customer/api';
import { useWorkflow } from '@/features/workflow/api';
import type { Ticket } from '@shared/api/schema';
import { go } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { TextField } from '@shared/ui/Field';
import { useReason } from '@shared/ui/Notice';
import { StateMark } from '@shared/ui/StateMark';
import { tell } from '@shared/ui/toast';
import { useJoining } from './api';
import styles from './NumberDialog.module.css';

/** So many of the customer's other tickets are offered. */
const most = 5;

/** Asks with which other ticket this one belongs; those of the same customer are offered. */
export function NumberDialog({ ticket, way, onClose }: { ticket: Ticket; way: 'merge' | 'link'; onClose: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const id = useId();
  const joining = useJoining(ticket.id);
  const join = joining[way];
  const [text, setText] = useState('');
  const { stateName } = useWorkflow();
  const others = (useCustomerTickets(ticket.customer.id).data ?? []).filter((row) => row.id !== ticket.id);
  const offered = [...others.filter(isOpen), ...others.filter((row) => !isOpen(row))].slice(0, most);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = Number(text.replace('#', '').trim());
    join.mutate(number, {
      onSuccess: (now) => {
        onClose();
        if (way === 'link') return;
        go(`/tickets/${now.id}`);
        tell(t('joining.done', { number: ticket.number, into: now.number }), { undo: () => joining.unmerge.mutate(ticket.id) });
      },
    });
  };
  return (
    <Dialog
      title={t(way === 'merge' ? 'joining.mergeTitle' : 'joining.linkTitle', { number: ticket.number })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={id} busy={join.isPending} disabled={join.isPending}>
            {t(way === 'merge' ? 'joining.mergeNow' : 'joining.linkNow')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.form} onSubmit={submit}>
        <TextField
          label={t('joining.number')}
          hint={way === 'merge' ? t('joining.mergeHint') : undefined}
          error={join.isError ? reason(join.error) : null}
          inputMode="numeric"
          pattern="#?\s*[0-9]+"
          required
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {offered.length > 0 && (
          <ul className={styles.others} aria-label={t('customer.others')}>
            {offered.map((row) => (
              <li key={row.id}>
                <button type="button" aria-pressed={text === String(row.number)} onClick={() => setText(String(row.number))}>
                  <span>#{row.number}</span>
                  <span className={styles.subject}>{row.subject || t('row.noSubject')}</span>
                  <StateMark category={row.category} name={stateName(row.state)} bare />
                </button>
              </li>
            ))}
          </ul>
        )}
      </form>
    </Dialog>
  );
}
