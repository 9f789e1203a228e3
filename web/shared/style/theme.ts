import { useSyncExternalStore } from 'react';
import { createStore } from '../api/store';

export type Theme = 'light' | 'dark' | 'system';

const themes: Theme[] = ['light', 'dark', 'system'];
const kept = localStorage.getItem('theme') as Theme | null;
const store = createStore<Theme>(kept && themes.includes(kept) ? kept : 'system');
const system = matchMedia('(prefers-color-scheme: dark)');

const paint = () => {
  const theme = store.get();
  document.documentElement.dataset.theme = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
};

system.addEventListener('change', paint);

const followSystem = (change: () => void) => {
  system.addEventListener('change', change);
  return () => system.removeEventListener('change', change);
};

export const setTheme = (theme: Theme) => {
  localStorage.setItem('theme', theme);
  store.set(theme);
  paint();
};

export const useTheme = () => useSyncExternalStore(store.subscribe, store.get);

/** Whether dark colours are shown now, chosen or by the system. */
export const useDark = () => {
  const theme = useTheme();
  const dark = useSyncExternalStore(followSystem, () => system.matches);
  return theme === 'system' ? dark : theme === 'dark';
};
