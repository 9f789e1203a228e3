import type { ReactNode } from 'react';

/** Something that is offered while somebody types. */
export interface Suggested {
  key: string;
  label: string;
  hint?: ReactNode;
  /** More words it is found by. */
  words?: string;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const most = 30;

/** Those that have every word typed, accents and case aside; those that begin with it first. */
export function fitting(items: Suggested[], typed: string) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = items.filter(({ label, words: more = '' }) => words.every((word) => plain(`${label} ${more}`).includes(word)));
  const begins = ({ label }: Suggested) => Number(plain(label).startsWith(plain(typed)));
  return found.sort((a, b) => begins(b) - begins(a)).slice(0, most);
}
