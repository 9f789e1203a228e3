import { useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import { Kbd } from './Kbd';
import styles from './Menu.module.css';
import { Popup } from './Popup';

export interface MenuItem {
  key: string;
  label: ReactNode;
  icon?: IconName;
  /** Given for items of which one is chosen. */
  checked?: boolean;
  shortcut?: string;
  onSelect: () => void;
}

interface MenuGroup {
  key: string;
  label?: string;
  items: MenuItem[];
}

interface TriggerProps {
  ref: RefObject<HTMLButtonElement | null>;
  'aria-haspopup': 'menu' | 'dialog';
  'aria-expanded': boolean;
  onClick: () => void;
}

export type Trigger = (props: TriggerProps) => ReactNode;

interface MenuProps {
  label: string;
  groups: MenuGroup[];
  align?: 'start' | 'end';
  trigger: Trigger;
}

const step = (list: HTMLElement, by: number | 'first' | 'last') => {
  const items = [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const now = items.indexOf(document.activeElement as HTMLElement);
  const next = by === 'first' ? 0 : by === 'last' ? items.length - 1 : (now + by + items.length) % items.length;
  items[next]?.focus();
};

const moves: Record<string, number | 'first' | 'last'> = { ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' };

/** A button's menu: arrows move, Enter chooses, Escape leaves. */
export function Menu({ label, groups, align, trigger }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  const keyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const move = moves[event.key];
    if (event.key === 'Tab') setOpen(false);
    if (move === undefined) return;
    event.preventDefault();
    step(event.currentTarget, move);
  };

  return (
    <>
      {trigger({ ref: button, 'aria-haspopup': 'menu', 'aria-expanded': open, onClick: () => setOpen(!open) })}
      {open && (
        <Popup anchor={button} align={align} onClose={() => setOpen(false)}>
          <div role="menu" aria-label={label} tabIndex={-1} className={styles.menu} onKeyDown={keyDown} ref={(menu) => void (menu && !menu.contains(document.activeElement) && step(menu, 'first'))}>
            {groups.map((group) => (
              <div key={group.key} role="group" aria-label={group.label} className={styles.group}>
                {group.label && <div className={styles.heading}>{group.label}</div>}
                {group.items.map((item) => (
                  <button
                    key={item.key}
                    type="button"
                    tabIndex={-1}
                    role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                    aria-checked={item.checked}
                    className={styles.item}
                    onClick={() => {
                      setOpen(false);
                      button.current?.focus({ preventScroll: true });
                      item.onSelect();
                    }}
                  >
                    {item.icon && <Icon name={item.icon} />}
                    <span className={styles.label}>{item.label}</span>
                    {item.shortcut && <Kbd keys={item.shortcut} />}
                    {item.checked !== undefined && <Icon name="check" size={15} className={cx(!item.checked && styles.off)} />}
                  </button>
                ))}
              </div>
            ))}
          </div>
        </Popup>
      )}
    </>
  );
}
