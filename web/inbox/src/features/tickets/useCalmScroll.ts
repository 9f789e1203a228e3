import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import type { TicketRow } from '@shared/api/schema';

/** Keeps what somebody reads where it is while rows above it come and go. Returns what is told of every scroll. */
export function useCalmScroll(scroller: RefObject<HTMLElement | null>, rows: readonly TicketRow[], height: number): () => void {
  const before = useRef({ rows, first: 0 });
  const scrolled = useCallback(() => {
    before.current.first = Math.floor((scroller.current?.scrollTop ?? 0) / height);
  }, [scroller, height]);
  useLayoutEffect(() => {
    const { rows: old, first } = before.current;
    before.current = { rows, first };
    const box = scroller.current;
    if (!box || first === 0 || old === rows) return;
    // The first row in sight that is still there: it may be that of them which left.
    for (let at = first; at < old.length; at++) {
      const now = rows.findIndex(({ id }) => id === old[at]?.id);
      if (now < 0) continue;
      if (now !== at) box.scrollTop += (now - at) * height;
      break;
    }
    scrolled();
  }, [scroller, rows, height, scrolled]);
  return scrolled;
}
