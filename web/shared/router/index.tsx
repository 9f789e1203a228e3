import { useSyncExternalStore, type ComponentProps, type MouseEvent } from 'react';
import { createStore } from '../api/store';

const here = () => location.pathname + location.search;
const store = createStore(here());

addEventListener('popstate', () => store.set(here()));

/** Goes to a path of this app. `replace` leaves no trace in the history. */
export function go(path: string, { replace = false }: { replace?: boolean } = {}) {
  if (path === here()) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  store.set(here());
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
