import { joined, type Words } from './words';
import type { WordsHandle } from './WordsBox';

/** Puts a saved reply at the caret, or behind words that are plain. */
export function putFilled(text: string, before: Words, put: (words: Words) => void, box: WordsHandle | null) {
  if (before.html === null) put(joined(before, { text, html: null }));
  else box?.insert(text);
  box?.focus();
}
