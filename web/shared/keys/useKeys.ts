import { useEffect, useRef } from 'react';
import { free, nameOf } from './press';

/** What each key does. A key whose action returns false is left to the browser. */
export type Keymap = Record<string, (() => unknown) | undefined>;

const pause = 1200;

/** Binds keys for as long as the caller is on screen. `mod+…` works while typing too, everything else never does. */
export function useKeys(keys: Keymap, enabled = true) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });

  useEffect(() => {
    if (!enabled) return;
    let first: string | null = null;
    let timer = 0;
    const forget = () => {
      first = null;
    };
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
      const both = first === null ? name : `${first} ${name}`;
      first = null;
      clearTimeout(timer);
      const run = latest.current[both];
      if (run) {
        // A focused button keeps its own Enter.
        if (name === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button, a')) return;
        if (run() !== false) event.preventDefault();
      } else if (Object.keys(latest.current).some((key) => key.startsWith(`${name} `))) {
        first = name;
        timer = window.setTimeout(forget, pause);
      }
    };
    addEventListener('keydown', press);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', press);
    };
  }, [enabled]);
}
