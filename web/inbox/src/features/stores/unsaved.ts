import { useEffect, useSyncExternalStore } from 'react';
import type { Language, Store } from '@shared/api/schema';
import { createStore } from '@shared/api/store';
import { languages } from '@shared/i18n';

/** A store's automatic answers as an admin is writing them. */
export interface Answers {
  on: boolean;
  texts: Record<Language, string>;
  closedTexts: Record<Language, string>;
  days: string;
  signature: string;
  quotes: Store['quotes'];
}

const inEvery = (texts: Store['confirmation']['closedTexts']) => Object.fromEntries(languages.map(({ key }) => [key, texts?.[key] ?? ''])) as Answers['texts'];

export const answersOf = ({ confirmation, followUpAfterDays, signature, quotes }: Store): Answers => ({
  on: confirmation.on,
  texts: inEvery(confirmation.texts),
  closedTexts: inEvery(confirmation.closedTexts),
  days: String(followUpAfterDays),
  signature,
  quotes,
});

/** What is written and not saved, by store; it outlives a look at another page. */
export const unsaved = createStore<Readonly<Record<string, Answers>>>({});

const keep = (id: string, answers: Answers | null) => {
  const others = Object.entries(unsaved.get()).filter(([store]) => store !== id);
  unsaved.set(Object.fromEntries(answers ? [...others, [id, answers]] : others));
};

const isSame = (one: Answers, other: Answers) => one.on === other.on && one.days === other.days && one.signature === other.signature && one.quotes === other.quotes && languages.every(({ key }) => one.texts[key] === other.texts[key] && one.closedTexts[key] === other.closedTexts[key]);

/** A store's answers with what is not saved yet; leaving the browser before that asks first. */
export function useAnswers(store: Store) {
  const written = useSyncExternalStore(unsaved.subscribe, unsaved.get)[store.id];
  const changed = written !== undefined;
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [changed]);

  const saved = answersOf(store);
  const answers = written ?? saved;
  return {
    answers,
    changed,
    change: (part: Partial<Answers>) => {
      const next = { ...answers, ...part };
      keep(store.id, isSame(next, saved) ? null : next);
    },
    /** What was sent is saved; what was typed meanwhile stays. */
    settle: (sent: Answers) => {
      if (unsaved.get()[store.id] === sent) keep(store.id, null);
    },
    discard: () => keep(store.id, null),
  };
}
