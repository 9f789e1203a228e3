import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '@shared/api/schema';
import { go } from '@shared/router';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { TextField } from '@shared/ui/Field';
import { useReason } from '@shared/ui/Notice';
import { tell } from '@shared/ui/toast';
import { useJoining } from './api';

/** Asks with which other ticket this one belongs. */
export function NumberDialog({ ticket, way, onClose }: { ticket: Ticket; way: 'merge' | 'link'; onClose: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const id = useId();
  const joining = useJoining(ticket.id);
  const join = joining[way];
  const [text, setText] = useState('');
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
            {t(way === 'merge' ? 'joining.merge' : 'joining.link')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit}>
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
      </form>
    </Dialog>
  );
}
