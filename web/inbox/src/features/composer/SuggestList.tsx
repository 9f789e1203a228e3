import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import choices from '@shared/ui/Choices.module.css';
import { cx } from '@shared/ui/cx';
import popup from '@shared/ui/Popup.module.css';
import type { Suggested } from './fitting';

interface SuggestListProps<T extends Suggested> {
  id: string;
  label: string;
  items: T[];
  /** Which is pointed at, -1 for none. */
  at: number;
  /** Beside what it stands. */
  box: DOMRect | null;
  home: HTMLElement | null;
  /** Said where there is nothing; without it there is no list then. */
  empty?: string;
  /** Told where a pointer is; without it only keys point. */
  onPoint?: (at: number) => void;
  onChoose: (item: T) => void;
}

const edge = 8;

/** What is offered while somebody types; the keys stay with the words. */
export function SuggestList<T extends Suggested>({ id, label, items, at, box, home, empty, onPoint, onChoose }: SuggestListProps<T>) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const layer = ref.current;
    if (!layer || !box) return;
    if ('showPopover' in layer && !layer.matches(':popover-open')) layer.showPopover();
    const up = innerHeight - box.bottom < layer.offsetHeight + edge && box.top > innerHeight - box.bottom;
    layer.style.left = `${Math.max(edge, Math.min(box.left, innerWidth - layer.offsetWidth - edge))}px`;
    layer.style.top = up ? 'auto' : `${box.bottom + 4}px`;
    layer.style.bottom = up ? `${innerHeight - box.top + 4}px` : 'auto';
  }, [box, items]);
  useLayoutEffect(() => {
    ref.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);
  return createPortal(
    <div ref={ref} popover="manual" className={cx(popup.popup, popup.wide)} onMouseDown={(event) => event.preventDefault()}>
      <div id={id} role="listbox" aria-label={label} className={choices.list}>
        {items.map((item, index) => (
          <div
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={cx(choices.choice, index === at && choices.active)}
            onPointerMove={() => onPoint?.(index)}
            onMouseDown={() => onChoose(item)}
          >
            <span className={choices.label}>{item.label}</span>
            {item.hint}
          </div>
        ))}
      </div>
      {items.length === 0 && <p className={choices.empty}>{empty}</p>}
    </div>,
    home?.closest('dialog') ?? document.body,
  );
}
