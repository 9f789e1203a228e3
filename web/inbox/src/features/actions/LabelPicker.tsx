import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@shared/keys/table';
import { IconButton } from '@shared/ui/Button';
import { Choices, type Choice } from '@shared/ui/Choices';
import { Popup } from '@shared/ui/Popup';
import { useLabels } from './api';

interface LabelPickerProps {
  /** Those that are on already. */
  labels: string[];
  onAdd: (label: string) => void;
  onRemove: (label: string) => void;
}

/** A searchable list of the desk's labels; what is typed and not there yet becomes one. */
export function LabelPicker({ labels, onAdd, onRemove }: LabelPickerProps) {
  const { t } = useTranslation();
  const known = useLabels();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const close = () => {
    setOpen(false);
    setTyped('');
    button.current?.focus({ preventScroll: true });
  };
  const choice = (label: string): Choice => ({
    key: label,
    label,
    chosen: labels.includes(label),
    onSelect: () => {
      close();
      (labels.includes(label) ? onRemove : onAdd)(label);
    },
  });
  const made = typed.replaceAll(',', ' ').trim().slice(0, 50);
  const isNew = made !== '' && !known.includes(made);
  return (
    <>
      <IconButton ref={button} icon="tag" size="s" label={t('ticketCard.addLabel')} shortcut={keyOf('label')} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)} />
      {open && (
        <Popup anchor={button} align="end" label={t('ticketCard.addLabel')} onClose={close}>
          <Choices
            label={t('ticketCard.addLabel')}
            placeholder={t('ticketCard.findLabel')}
            empty={t('ticketCard.noLabels')}
            onType={setTyped}
            choices={[...known.map(choice), ...(isNew ? [{ ...choice(made), key: 'new', label: t('ticketCard.newLabel', { label: made }), words: typed }] : [])]}
          />
        </Popup>
      )}
    </>
  );
}
