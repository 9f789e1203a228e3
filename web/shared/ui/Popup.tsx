import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import styles from './Popup.module.css';

interface PopupProps {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  align?: 'start' | 'end';
  /** Names the layer where it is more than a menu. */
  label?: string;
  children: ReactNode;
}

const gap = 4;
const edge = 8;

/** A layer beside its anchor, above dialogs too; it turns to the side with room and goes on Escape or a click elsewhere. */
export function Popup({ anchor, onClose, align = 'start', label, children }: PopupProps) {
  const ref = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const layer = ref.current;
    const from = anchor.current;
    if (!layer || !from) return;
    if ('showPopover' in layer) layer.showPopover();
    const place = () => {
      const box = from.getBoundingClientRect();
      const below = innerHeight - box.bottom - gap - edge;
      const above = box.top - gap - edge;
      const up = below < Math.min(layer.scrollHeight, 320) && above > below;
      const left = align === 'end' ? box.right - layer.offsetWidth : box.left;
      layer.style.maxHeight = `${Math.max(120, up ? above : below)}px`;
      layer.style.left = `${Math.max(edge, Math.min(left, innerWidth - layer.offsetWidth - edge))}px`;
      layer.style.top = up ? 'auto' : `${box.bottom + gap}px`;
      layer.style.bottom = up ? `${innerHeight - box.top + gap}px` : 'auto';
    };
    place();
    const watch = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(place);
    watch?.observe(layer);
    addEventListener('resize', place);
    return () => {
      watch?.disconnect();
      removeEventListener('resize', place);
    };
  }, [anchor, align]);

  useEffect(() => {
    const from = anchor.current;
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!ref.current?.contains(target) && !from?.contains(target)) close.current();
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close.current();
      from?.focus();
    };
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('keydown', leave, true);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('keydown', leave, true);
    };
  }, [anchor]);

  return createPortal(
    <div ref={ref} popover="manual" role={label && 'dialog'} aria-label={label} data-popup="" className={styles.popup}>
      {children}
    </div>,
    anchor.current?.closest('dialog') ?? document.body,
  );
}
