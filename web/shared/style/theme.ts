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

export const setTheme = (theme: Theme) => {
  localStorage.setItem('theme', theme);
  store.set(theme);
  paint();
};

export const useTheme = () => useSyncExternalStore(store.subscribe, store.get);
