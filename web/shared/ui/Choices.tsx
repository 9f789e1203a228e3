import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Choices.module.css';
import { cx } from './cx';
import { Icon } from './Icon';

export interface Choice {
  key: string;
  label: string;
  /** More words it is found by. */
  words?: string;
  start?: ReactNode;
  end?: ReactNode;
  group?: string;
  chosen?: boolean;
  onSelect: () => void;
}

interface ChoicesProps {
  label: string;
  placeholder: string;
  choices: Choice[];
  empty: string;
  /** Told of what is typed, when choices come from elsewhere. */
  onType?: (text: string) => void;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const found = (choice: Choice, words: string[]) => {
  const text = plain(`${choice.label} ${choice.words ?? ''}`);
  return words.every((word) => text.includes(word));
};

/** A search box over a list: type to narrow, arrows move, Enter chooses. Accents and case do not matter. */
export function Choices({ label, placeholder, choices, empty, onType }: ChoicesProps) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const shown = useMemo(() => {
    const words = plain(typed).split(/\s+/).filter(Boolean);
    return choices.filter((choice) => found(choice, words));
  }, [choices, typed]);
  const at = Math.min(active, Math.max(0, shown.length - 1));

  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [at, shown]);

  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by) {
      event.preventDefault();
      setActive((at + by + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      shown[at]?.onSelect();
    }
  };

  return (
    <div className={styles.choices}>
      <div className={styles.search}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={shown[at] && `${id}-${at}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={typed}
          ref={input}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
            onType?.(event.target.value);
          }}
          onKeyDown={keyDown}
        />
      </div>
      <div id={id} ref={list} role="listbox" aria-label={label} className={styles.list}>
        {shown.map((choice, index) => (
          <div key={choice.key} role="presentation">
            {choice.group && choice.group !== shown[index - 1]?.group && (
              <div role="presentation" className={styles.group}>
                {choice.group}
              </div>
            )}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={cx(styles.choice, index === at && styles.active)}
              onPointerMove={() => setActive(index)}
              onClick={choice.onSelect}
            >
              {choice.start}
              <span className={styles.label}>{choice.label}</span>
              {choice.end}
              {choice.chosen && <Icon name="check" size={15} />}
            </div>
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p role="status" className={styles.empty}>
          {empty}
        </p>
      )}
    </div>
  );
}
