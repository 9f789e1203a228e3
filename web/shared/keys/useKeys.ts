import { useEffect, useLayoutEffect, useRef } from 'react';
import { free, nameOf } from './press';

/** What each key does. A key whose action returns false is left to the browser. */
export type Keymap = Record<string, (() => unknown) | undefined>;

const pause = 1200;

let pending: string | null = null;
let timer = 0;
const begun = new WeakMap<Event, string | null>();

/** The key that came before, for all who listen to this one: what follows `g` is nobody's key alone. */
const before = (event: Event) => {
  if (!begun.has(event)) {
    begun.set(event, pending);
    pending = null;
    clearTimeout(timer);
  }
  return begun.get(event) ?? null;
};

/** Binds keys for as long as the caller is on screen. `mod+…` works while typing too, everything else never does. Those that come `first` leave the others nothing. */
export function useKeys(keys: Keymap, enabled = true, first = false) {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });

  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (name.startsWith('mod+')) {
        const run = latest.current[name];
        if (!run || event.defaultPrevented || event.isComposing) return;
        event.preventDefault();
        run();
        return;
      }
      if (!free(event)) return;
      const led = before(event);
      const run = latest.current[led === null ? name : `${led} ${name}`];
      if (run) {
        // A focused button keeps its own Enter.
        if (name === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button, a')) return;
        if (run() !== false) event.preventDefault();
      } else if (led === null && Object.keys(latest.current).some((key) => key.startsWith(`${name} `))) {
        pending = name;
        timer = window.setTimeout(() => {
          pending = null;
        }, pause);
      }
    };
    addEventListener('keydown', press, first);
    return () => removeEventListener('keydown', press, first);
  }, [enabled, first]);
}
