import type { Language, Store } from '@shared/api/schema';
import { languages } from '@shared/i18n';
import { createUnsaved } from '@shared/ui/unsaved';

/** A store's automatic answers as an admin is writing them. */
export interface Answers {
  on: boolean;
  texts: Record<Language, string>;
  closedTexts: Record<Language, string>;
  days: string;
  signature: string;
  quotes: Store['quotes'];
  look: Store['look'];
  portal: Store['portal'];
}

const inEvery = (texts: Store['confirmation']['closedTexts']) => Object.fromEntries(languages.map(({ key }) => [key, texts?.[key] ?? ''])) as Answers['texts'];

export const answersOf = ({ confirmation, followUpAfterDays, signature, quotes, look, portal }: Store): Answers => ({
  on: confirmation.on,
  texts: inEvery(confirmation.texts),
  closedTexts: inEvery(confirmation.closedTexts),
  days: String(followUpAfterDays),
  signature,
  quotes,
  look,
  portal,
});

export const unsaved = createUnsaved<Answers>();

const isSame = (one: Answers, other: Answers) => one.on === other.on && one.days === other.days && one.signature === other.signature && one.quotes === other.quotes && one.look.framed === other.look.framed && one.look.logo === other.look.logo && one.look.footer === other.look.footer && one.portal.notice === other.portal.notice && one.portal.origin === other.portal.origin && languages.every(({ key }) => one.texts[key] === other.texts[key] && one.closedTexts[key] === other.closedTexts[key]);

/** A store's answers with what is not saved yet; leaving the browser before that asks first. */
export function useAnswers(store: Store) {
  const written = unsaved.useUnsaved(store.id);
  const saved = answersOf(store);
  const answers = written ?? saved;
  return {
    answers,
    changed: written !== null,
    change: (part: Partial<Answers>) => {
      const next = { ...answers, ...part };
      unsaved.keep(store.id, isSame(next, saved) ? null : next);
    },
    settle: (sent: Answers) => unsaved.settle(store.id, sent),
    discard: () => unsaved.keep(store.id, null),
  };
}
