import type { RefObject } from 'react';
import { bind } from '@shared/keys/table';
import { useKeys } from '@shared/keys/useKeys';

/** The message the address names after its `#`, null for none. */
export const linkedMessage = () => (/^#([\w-]+)$/.exec(location.hash)?.[1] ?? null);

/** Keys that go from message to message: `,` back and `.` on. */
export function useSteps(scroller: RefObject<HTMLElement | null>) {
  const step = (by: 1 | -1) => {
    const box = scroller.current;
    if (!box) return;
    const cards = [...box.querySelectorAll<HTMLElement>('[data-message]')];
    const at = cards.indexOf(document.activeElement?.closest<HTMLElement>('[data-message]') ?? box);
    // From nowhere it begins at what is on screen: the last message begun above the middle.
    const middle = box.getBoundingClientRect().top + box.clientHeight / 2;
    const to = at >= 0 ? cards[at + by] : cards.findLast((card) => card.getBoundingClientRect().top < middle);
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block: 'nearest' });
  };
  useKeys(bind({ earlier: () => step(-1), later: () => step(1) }));
}
