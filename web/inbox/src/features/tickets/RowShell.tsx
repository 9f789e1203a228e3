import { useRef, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@shared/api/schema';
import { usePerson } from '@shared/i18n/usePerson';
import { cx } from '@shared/ui/cx';
import styles from './TicketList.module.css';

interface RowShellProps extends ComponentProps<'div'> {
  row: TicketRow;
  checked: boolean;
  /** Something is chosen already, or wants to be: a touch chooses rather than opens. */
  choosing: boolean;
  onCheck: (row: TicketRow, range: boolean) => void;
}

const long = 450;

/** A row with its box to choose it by: a click with Shift chooses up to here, a long press begins to choose. */
export function RowShell({ row, checked, choosing, onCheck, className, children, ...rest }: RowShellProps) {
  const { t } = useTranslation();
  const sender = usePerson()(row.customer);
  const press = useRef({ timer: 0, held: false, touch: false });
  const release = () => clearTimeout(press.current.timer);
  return (
    <div
      {...rest}
      data-row={row.id}
      data-unread={row.unread || undefined}
      data-choosing={choosing || undefined}
      className={cx(styles.item, choosing && styles.choosing, checked && styles.checked, className)}
      onPointerDown={(event) => {
        release();
        press.current = { timer: 0, held: false, touch: event.pointerType === 'touch' };
        if (!press.current.touch) return;
        press.current.timer = window.setTimeout(() => {
          press.current.held = true;
          onCheck(row, false);
        }, long);
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerMove={(event) => (Math.abs(event.movementX) > 3 || Math.abs(event.movementY) > 3) && release()}
      onContextMenu={(event) => press.current.touch && event.preventDefault()}
      onClickCapture={(event) => {
        const { held, touch } = press.current;
        press.current.held = false;
        const box = event.target instanceof HTMLElement && event.target.closest('label') !== null;
        if (!held && (box || !(event.shiftKey || (choosing && touch)))) return;
        event.preventDefault();
        event.stopPropagation();
        if (!held) onCheck(row, event.shiftKey);
      }}
    >
      <label className={styles.box} role={rest.role === 'row' ? 'cell' : undefined}>
        <input
          type="checkbox"
          checked={checked}
          aria-label={t('bulk.choose', { number: row.number, name: sender })}
          onChange={() => undefined}
          onClick={(event) => {
            event.stopPropagation();
            onCheck(row, event.shiftKey);
          }}
        />
      </label>
      {children}
    </div>
  );
}
