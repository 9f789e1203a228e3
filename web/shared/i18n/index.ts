import i18next, { type ParseKeys } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language, Names } from '../api/schema';
import type en from './en';
import type enSettings from './en/settings';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'web';
    resources: { web: typeof en & typeof enSettings };
    returnNull: false;
  }
}

/** A key of the texts, for tables that name one. */
export type TextKey = ParseKeys;

export const languages: { key: Language; name: string }[] = [
  { key: 'en', name: 'English' },
  { key: 'cs', name: 'Čeština' },
  { key: 'pl', name: 'Polski' },
  { key: 'ko', name: '한국어' },
  { key: 'ru', name: 'Русский' },
];

const texts: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('./en'),
  cs: () => import('./cs'),
  pl: () => import('./pl'),
  ko: () => import('./ko'),
  ru: () => import('./ru'),
};

/** What only settings, the first run, the palette and the dialog for a ticket's customer say, loaded once one of them is near. */
const settingsTexts: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('./en/settings'),
  cs: () => import('./cs/settings'),
  pl: () => import('./pl/settings'),
  ko: () => import('./ko/settings'),
  ru: () => import('./ru/settings'),
};

const isLanguage = (value: string | undefined | null): value is Language => languages.some(({ key }) => key === value);

/** The language chosen on this machine, else the first of the browser's that we speak. */
export const preferred = (): Language =>
  [localStorage.getItem('language'), ...navigator.languages.map((tag) => tag.split('-')[0])].find(isLanguage) ?? 'en';

let withSettings = false;

const addSettings = async (language: Language) => {
  const { default: added } = await settingsTexts[language]();
  i18next.addResourceBundle(language, 'web', added, true);
};

/** Loads the texts of settings too, in whatever language is spoken from now on. */
export async function speakSettings(): Promise<void> {
  withSettings = true;
  await addSettings(i18next.language as Language);
}

/** Loads the texts of one language, then speaks it. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized)
    await i18next.use(initReactI18next).init({
      lng: language,
      defaultNS: 'web',
      ns: ['web'],
      resources: {},
      interpolation: { escapeValue: false },
      react: { useSuspense: false, bindI18nStore: 'added' },
    });
  if (!i18next.hasResourceBundle(language, 'web')) i18next.addResourceBundle(language, 'web', (await texts[language]()).default);
  if (withSettings) await addSettings(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export const choose = async (language: Language) => {
  localStorage.setItem('language', language);
  await speak(language);
};

/** The name in the reader's language, else in English, else any there is. */
export const named = (names: Names | null | undefined, language: string, key = '') =>
  (names && (names[language as Language] ?? names.en ?? Object.values(names)[0])) ?? key;
