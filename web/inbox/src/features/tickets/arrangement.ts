import { useSyncExternalStore } from 'react';
import { session } from '@shared/api/session';
import { createStore } from '@shared/api/store';

export const layouts = ['split', 'table', 'compact'] as const;
export const densities = ['comfortable', 'compact'] as const;
export const columns = ['customer', 'state', 'assignee', 'department', 'store', 'labels', 'priority', 'due', 'created', 'updated'] as const;

export type Layout = (typeof layouts)[number];
export type Density = (typeof densities)[number];
export type Column = (typeof columns)[number];

/** How somebody likes to see lists. */
export interface Arrangement {
  layout: Layout;
  density: Density;
  columns: readonly Column[];
}

const usual: Arrangement = { layout: 'split', density: 'comfortable', columns: ['customer', 'state', 'assignee', 'labels', 'due', 'updated'] };

const place = () => `arrangement:${session.get()?.agent.id}`;

const read = (): Arrangement => {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(place()) ?? '{}') as Partial<Arrangement>) };
  } catch {
    return usual;
  }
};

const store = createStore(usual);
let whose = '';

const current = () => {
  if (whose !== place()) {
    whose = place();
    store.set(read());
    paint();
  }
  return store.get();
};

/** Tokens of space follow the density. */
const paint = () => {
  document.documentElement.dataset.density = store.get().density;
};

export function setArrangement(part: Partial<Arrangement>) {
  const next = { ...current(), ...part };
  localStorage.setItem(place(), JSON.stringify(next));
  store.set(next);
  paint();
}

export const useArrangement = () => useSyncExternalStore(store.subscribe, current);

export const nextLayout = () => setArrangement({ layout: layouts[(layouts.indexOf(current().layout) + 1) % layouts.length] ?? 'split' });

const phone = () => matchMedia('(max-width: 960px)');

const watchPhone = (listener: () => void) => {
  const media = phone();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

/** The layout that is on the screen: where there is no room for two, the list and the conversation take turns. */
export function useLayout(): Layout {
  const { layout } = useArrangement();
  return useSyncExternalStore(watchPhone, () => phone().matches) ? 'split' : layout;
}

/** Heights of a row in px, as the tokens of `data-density` have them. */
export const rowHeights: Record<Layout, Record<Density, number>> = {
  split: { comfortable: 80, compact: 62 },
  table: { comfortable: 52, compact: 34 },
  compact: { comfortable: 40, compact: 32 },
};
