import cs from './cs';
import csSettings from './cs/settings';
import en from './en';
import enSettings from './en/settings';
import ko from './ko';
import koSettings from './ko/settings';
import pl from './pl';
import plSettings from './pl/settings';
import ru from './ru';
import ruSettings from './ru/settings';

const texts = {
  en: { ...en, ...enSettings },
  cs: { ...cs, ...csSettings },
  pl: { ...pl, ...plSettings },
  ko: { ...ko, ...koSettings },
  ru: { ...ru, ...ruSettings },
};
const plural = /_(zero|one|two|few|many|other)$/;

const flat = (node: object, path = ''): Record<string, string> =>
  Object.entries(node).reduce<Record<string, string>>((all, [key, value]: [string, unknown]) => {
    const name = path ? `${path}.${key}` : key;
    return typeof value === 'object' && value !== null ? { ...all, ...flat(value, name) } : { ...all, [name]: String(value) };
  }, {});

const bases = (node: object) => new Set(Object.keys(flat(node)).map((key) => key.replace(plural, '')));
const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '../../inbox/src/**/*.{ts,tsx}', '!**/*.test.*'], { query: '?raw', import: 'default', eager: true });

const said = new Set<string>();
const beginnings: string[] = [];
for (const source of Object.values(sources)) {
  for (const [, key] of source.matchAll(/'([a-z][\w]*(?:\.[\w]+)?)'/gi)) if (key) said.add(key);
  for (const [, start] of source.matchAll(/\bt\(`([a-z]+\.)\$\{/gi)) if (start) beginnings.push(start);
}

describe.each(Object.entries(texts))('the texts in %s', (language, own) => {
  test('have every key of English and no other', () => {
    expect([...bases(own)].sort()).toEqual([...bases(texts.en)].sort());
  });

  test('have every plural form of the language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const keys = Object.keys(flat(own));
    const counted = new Set(keys.filter((key) => plural.test(key)).map((key) => key.replace(plural, '')));
    for (const base of counted) expect(keys.filter((key) => key.replace(plural, '') === base && plural.test(key)).sort()).toEqual(forms.map((form) => `${base}_${form}`).sort());
  });

  test('name the same values as English, and leave nothing empty', () => {
    const english = flat(texts.en);
    for (const [key, text] of Object.entries(flat(own))) {
      // "One" is also 21 in some languages, which then say the number that English leaves out.
      const bases = [english[key], english[`${key.replace(plural, '')}_other`]].filter((base) => base !== undefined);
      expect(text, key).not.toBe('');
      expect(bases.map(placeholders), key).toContainEqual(placeholders(text));
    }
  });
});

test('every text is used somewhere', () => {
  const unused = [...bases(texts.en)].filter((key) => !said.has(key) && !beginnings.some((start) => key.startsWith(start)));
  expect(unused).toEqual([]);
});

test('every text asked for exists', () => {
  const known = bases(texts.en);
  const asked = Object.values(sources).flatMap((source) => [...source.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key ?? ''));
  expect(asked.filter((key) => !known.has(key))).toEqual([]);
});

/** The sources by their place in web/. */
const files = new Map(Object.entries(sources).map(([path, source]) => [new URL(path, 'file:///shared/i18n/').pathname, source]));
/** What is loaded with the texts of settings needs none of the first. */
const comesWithSettings = /withTexts\(\(\) => import\('[^']+'\)\)/g;
/** Filled with pages' names by the palette, which comes with them. */
const namesPages = '/inbox/src/app/useShellCommands.ts';

const led = (from: string, to: string) => {
  const base = new URL(to.replace('@shared/', '/shared/').replace('@/', '/inbox/src/'), `file://${from}`).pathname;
  return [base, `${base}.tsx`, `${base}.ts`, `${base}/index.tsx`, `${base}/index.ts`].find((path) => files.has(path));
};

test('what comes before settings asks for none of their texts', () => {
  const early = new Set<string>();
  const reach = (path: string | undefined) => {
    if (path === undefined || early.has(path)) return;
    early.add(path);
    for (const [, to] of (files.get(path) ?? '').replace(comesWithSettings, '').matchAll(/(?:from|import\()\s*'([^']+)'/g)) if (to && /^[@.]/.test(to)) reach(led(path, to));
  };
  reach('/inbox/src/main.tsx');
  expect(early.size).toBeGreaterThan(100);
  const groups = new Set(Object.keys(enSettings));
  const asked = [...early].filter((path) => path !== namesPages).flatMap((path) => [...(files.get(path) ?? '').matchAll(/\bt\(\s*['`](\w+)\./g)].map(([, group]) => `${path}: ${group}`));
  expect(asked.filter((one) => groups.has(one.split(': ')[1] ?? ''))).toEqual([]);
});
