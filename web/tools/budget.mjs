// Fails the build when the script a first visit loads is heavier than the budget.
// First load = the entry, which holds the inbox, everything it imports statically, and the heaviest language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const budget = 200 * 1024;
const dist = process.argv[2] ?? 'dist';

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[] }} Chunk */
/** @type {unknown} */
const parsed = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const manifest = /** @type {Record<string, Chunk>} */ (parsed);

/** @param {string} file */
const weigh = (file) => gzipSync(readFileSync(join(dist, file))).length;

/** @param {string} key @param {Set<string>} seen */
const gather = (key, seen) => {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunk.imports ?? []) gather(next, seen);
  return seen;
};

const keys = Object.keys(manifest);
const first = new Set(['theme.js']);
for (const key of keys.filter((key) => manifest[key]?.isEntry))
  for (const needed of gather(key, new Set())) first.add(manifest[needed]?.file ?? '');

const languages = keys.filter((key) => /i18n\/\w+\/index\.ts$/.test(key)).map((key) => manifest[key]?.file ?? '');
const heaviest = languages.sort((a, b) => weigh(b) - weigh(a))[0];
if (!heaviest) throw new Error('No language chunk in the manifest: has shared/i18n moved?');
first.add(heaviest);

let total = 0;
for (const file of first) {
  const size = weigh(file);
  total += size;
  console.log(`${(size / 1024).toFixed(1).padStart(7)} KB  ${file}`);
}
console.log(`${(total / 1024).toFixed(1).padStart(7)} KB  first load, gzip (budget ${budget / 1024} KB)`);
if (total > budget) {
  console.error('The first load is over budget: load something later, or do without it.');
  process.exit(1);
}
