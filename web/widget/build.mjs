// Builds the panel under a name with its digest, then the loader that knows that name; fails when either is over its budget.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../inbox/dist/widget');

/** @param {string} entry @param {Record<string, string>} define @returns {Promise<string>} */
async function bundle(entry, define) {
  const made = await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    define,
    build: { write: false, target: 'es2020', lib: { entry: join(here, 'src', entry), formats: ['iife'], name: 'helpdeskMx' } },
  });
  const [first] = Array.isArray(made) ? made : [made];
  if (!first || !('output' in first)) throw new Error(`Nothing came of ${entry}.`);
  return first.output[0].code;
}

/** @param {string} name @param {string} code @param {number} budget */
function weigh(name, code, budget) {
  const size = gzipSync(code).length / 1024;
  console.log(`${size.toFixed(1).padStart(7)} KB  ${name}, gzip (budget ${budget} KB)`);
  if (size > budget) throw new Error(`${name} is over its budget.`);
}

mkdirSync(out, { recursive: true });
for (const old of readdirSync(out)) rmSync(join(out, old));

const panel = await bundle('panel.ts', {});
const file = `panel.${createHash('sha256').update(panel).digest('hex').slice(0, 10)}.js`;
const loader = await bundle('loader.ts', { __PANEL__: JSON.stringify(file) });
weigh('widget/loader.js', loader, 3);
weigh(`widget/${file}`, panel, 30);
for (const page of readdirSync(join(here, 'public'))) copyFileSync(join(here, 'public', page), join(out, page));
writeFileSync(join(out, file), panel);
writeFileSync(join(out, 'loader.js'), loader);
