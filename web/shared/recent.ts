import { session } from './api/session';

const most = 8;
const place = (what: string) => `recent:${session.get()?.agent.id}:${what}`;

/** What somebody chose last of a kind, the newest first. */
export function recent(what: string): string[] {
  try {
    return JSON.parse(localStorage.getItem(place(what)) ?? '[]') as string[];
  } catch {
    return [];
  }
}

export const remember = (what: string, key: string) => localStorage.setItem(place(what), JSON.stringify([key, ...recent(what).filter((one) => one !== key)].slice(0, most)));

/** Puts what was chosen last before the rest, and remembers what is chosen now. */
export function recentFirst<T extends { key: string; onSelect: () => void }>(what: string, choices: T[]): T[] {
  const last = recent(what);
  const place = ({ key }: T) => (last.includes(key) ? last.indexOf(key) : most);
  return choices
    .toSorted((one, other) => place(one) - place(other))
    .map((choice) => ({
      ...choice,
      onSelect: () => {
        remember(what, choice.key);
        choice.onSelect();
      },
    }));
}
