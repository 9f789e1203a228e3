import { useSyncExternalStore, type ComponentProps, type MouseEvent } from 'react';
import { createStore } from '../api/store';

const here = () => location.pathname + location.search;
const store = createStore(here());

type Ask = (leave: () => void) => void;
const guards: Ask[] = [];

/** Asks before anybody leaves, until what is returned is called; `ask` is told how to go on. */
export function guardLeaving(ask: Ask): () => void {
  guards.push(ask);
  return () => void guards.splice(guards.indexOf(ask), 1);
}

addEventListener('popstate', () => {
  const to = here();
  const ask = guards.at(-1);
  if (!ask) return store.set(to);
  history.pushState(null, '', store.get());
  ask(() => move(to, false));
});

function move(path: string, replace: boolean) {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  store.set(here());
}

/** Goes to a path of this app. `replace` leaves no trace in the history. */
export function go(path: string, { replace = false }: { replace?: boolean } = {}) {
  if (path === here()) return;
  const ask = guards.at(-1);
  if (ask) ask(() => move(path, replace));
  else move(path, replace);
}

/** The path and search the browser shows. */
export const usePath = () => useSyncExternalStore(store.subscribe, store.get);

/** Whether a click means "open here", rather than in a new tab. */
export const plainClick = (event: MouseEvent) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

export function Link({ to, onClick, ...rest }: { to: string } & Omit<ComponentProps<'a'>, 'href'>) {
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !plainClick(event)) return;
        event.preventDefault();
        go(to);
      }}
    />
  );
}
