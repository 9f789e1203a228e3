import { useRef, useState } from 'react';
import { Choices, type Choice } from './Choices';
import type { Trigger } from './Menu';
import { Popup } from './Popup';

interface PickerProps {
  label: string;
  placeholder: string;
  empty: string;
  choices: Choice[];
  trigger: Trigger;
  align?: 'start' | 'end';
  /** Given when a key opens it as well as its button. */
  open?: boolean;
  onOpen?: (open: boolean) => void;
  /** Told of what is typed, when choices depend on it. */
  onType?: (text: string) => void;
}

/** A button that opens a searchable list and closes with the choice. */
export function Picker({ label, placeholder, empty, choices, trigger, align, open: asked, onOpen, onType }: PickerProps) {
  const [own, setOwn] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const open = asked ?? own;
  const set = onOpen ?? setOwn;

  return (
    <>
      {trigger({ ref: button, 'aria-haspopup': 'dialog', 'aria-expanded': open, onClick: () => set(!open) })}
      {open && (
        <Popup anchor={button} align={align} label={label} onClose={() => set(false)}>
          <Choices
            label={label}
            placeholder={placeholder}
            empty={empty}
            onType={onType}
            choices={choices.map((choice) => ({
              ...choice,
              onSelect: () => {
                set(false);
                button.current?.focus({ preventScroll: true });
                choice.onSelect();
              },
            }))}
          />
        </Popup>
      )}
    </>
  );
}
