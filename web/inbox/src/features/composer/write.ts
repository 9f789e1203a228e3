import type { Address } from '@shared/api/schema';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Plain text as simple HTML: a blank line starts a paragraph, a line end is a line end. */
export const asHtml = (text: string) =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escape(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('');

const shape = /^[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+$/u;

/** Reads `anna@x.cz` or `Anna Nová <anna@x.cz>`; null when it is neither. */
export function parseAddress(text: string): Address | null {
  const [, said = '', inside] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  const address = (inside ?? text).trim();
  if (!shape.test(address)) return null;
  const name = said.trim().replace(/^"(.*)"$/, '$1');
  return { name: name || null, address };
}

export const sameAddress = (a: Address, b: Address) => a.address.toLowerCase() === b.address.toLowerCase();
