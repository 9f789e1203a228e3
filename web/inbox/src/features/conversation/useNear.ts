import { useEffect, useState, type RefObject } from 'react';

/** Whether something is on screen or will be soon. What the browser does not draw is not near. */
export function useNear(ref: RefObject<HTMLElement | null>, margin = '1200px 0px'): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watch = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), { root: element.closest('dialog, [data-thread]'), rootMargin: margin });
    watch.observe(element);
    return () => watch.disconnect();
  }, [ref, margin]);
  return near;
}
