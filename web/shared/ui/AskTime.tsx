import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@shared/ui/Button';
import { Dialog } from '@shared/ui/Dialog';
import { TextField } from '@shared/ui/Field';

interface AskTimeProps {
  title: string;
  label: string;
  done: string;
  onTime: (at: Date) => void;
  onClose: () => void;
}

/** Asks for a moment of one's own. */
export function AskTime({ title, label, done, onTime, onClose }: AskTimeProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTime(new Date(text));
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form="ask-time">
            {done}
          </Button>
        </>
      }
    >
      <form id="ask-time" onSubmit={submit}>
        <TextField label={label} type="datetime-local" required value={text} onChange={({ target }) => setText(target.value)} />
      </form>
    </Dialog>
  );
}
