import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { TextField } from '@shared/ui/Field';
import { dayOf, stretch } from './days';

interface DatesDialogProps {
  from?: string;
  before?: string;
  onDates: (dates: { from?: string; before?: string }) => void;
  onClose: () => void;
}

/** Asks from which day to which the last message of a ticket is. */
export default function DatesDialog({ from, before, onDates, onClose }: DatesDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [first, setFirst] = useState(dayOf(from));
  const [last, setLast] = useState(dayOf(before, true));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDates(stretch(first, last));
  };
  return (
    <Dialog
      title={t('arrange.dates')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={id}>
            {t('arrange.narrow')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} style={{ display: 'grid', gap: 'var(--s4)' }}>
        <TextField label={t('arrange.firstDay')} type="date" max={last || undefined} value={first} onChange={({ target }) => setFirst(target.value)} />
        <TextField label={t('arrange.lastDay')} type="date" min={first || undefined} value={last} onChange={({ target }) => setLast(target.value)} />
      </form>
    </Dialog>
  );
}
