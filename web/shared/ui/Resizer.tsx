import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './Resizer.module.css';

interface ResizerProps {
  label: string;
  /** The panel's width in px. */
  width: number;
  least: number;
  most: number;
  onWidth: (width: number) => void;
}

const step = 16;

/** The edge of a panel at the end of the line: drawn, or moved by arrow keys, it makes the panel wider and narrower. */
export function Resizer({ label, width, least, most, onWidth }: ResizerProps) {
  const begun = useRef<{ x: number; width: number } | null>(null);
  const to = (wanted: number) => onWidth(Math.round(Math.min(most, Math.max(least, wanted))));
  const outward = (element: Element) => (getComputedStyle(element).direction === 'rtl' ? -1 : 1);
  const move = ({ clientX, currentTarget }: PointerEvent) => {
    if (begun.current) to(begun.current.width + (begun.current.x - clientX) * outward(currentTarget));
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: step, ArrowRight: -step }[event.key];
    const end = { Home: most, End: least }[event.key];
    if (by === undefined && end === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    to(end ?? width + (by ?? 0) * outward(event.currentTarget));
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      className={styles.edge}
      onKeyDown={press}
      onPointerDown={(event) => {
        begun.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={move}
      onPointerUp={() => (begun.current = null)}
      onPointerCancel={() => (begun.current = null)}
    />
  );
}
