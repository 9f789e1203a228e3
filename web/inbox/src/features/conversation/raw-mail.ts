/** One part of a mail's structure: what it is and how large, nested as it is written. */
export interface Part {
  depth: number;
  type: string;
  name: string | null;
  encoding: string | null;
  size: number;
}

export interface Header {
  name: string;
  value: string;
}

const most = 200;

/** The end of the headers: the blank line after them. */
const bodyAt = (text: string) => {
  const blank = /\r?\n\r?\n/.exec(text);
  return blank ? { head: text.slice(0, blank.index), body: blank.index + blank[0].length } : { head: text, body: text.length };
};

/** The headers in their order, folded lines joined (RFC 5322 §2.2.3) and encoded words read (RFC 2047). */
export const headers = (text: string): Header[] =>
  bodyAt(text)
    .head.replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [{ name: line.slice(0, colon), value: words(line.slice(colon + 1).trim()) }] : [];
    });

const bytesOf = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

function words(value: string): string {
  return value.replace(/\?=\s+=\?/g, '?==?').replace(/=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi, (whole, charset: string, how: string, said: string) => {
    try {
      const raw = how.toLowerCase() === 'b' ? atob(said) : said.replace(/_/g, ' ').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
      return new TextDecoder(charset).decode(bytesOf(raw));
    } catch {
      return whole;
    }
  });
}

const valueOf = (all: Header[], name: string) => all.find((header) => header.name.toLowerCase() === name)?.value ?? null;
const parameter = (value: string | null, name: string) => new RegExp(`${name}\\*?=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value ?? '')?.slice(1).find(Boolean) ?? null;

/** The parts of a mail from the outside in (RFC 2046 §5.1), as they are written; at most two hundred. */
export function parts(text: string): Part[] {
  const found: Part[] = [];
  const walk = (from: string, depth: number) => {
    if (found.length >= most) return;
    const all = headers(from);
    const content = valueOf(all, 'content-type');
    const body = from.slice(bodyAt(from).body);
    found.push({
      depth,
      type: content?.split(';')[0]?.trim().toLowerCase() ?? 'text/plain',
      name: parameter(valueOf(all, 'content-disposition'), 'filename') ?? parameter(content, 'name'),
      encoding: valueOf(all, 'content-transfer-encoding'),
      size: body.length,
    });
    const boundary = /^multipart\//i.test(content ?? '') ? parameter(content, 'boundary') : null;
    if (!boundary) return;
    for (const part of `\n${body}`.split(`\n--${boundary}`).slice(1)) {
      if (part.startsWith('--')) break;
      walk(part.replace(/^[^\n]*\n/, ''), depth + 1);
    }
  };
  walk(text, 0);
  return found;
}

/** Where some letters stand in a text, whatever their case; no more places than asked for. */
export function places(text: string, letters: string, atMost: number): number[] {
  const [hay, needle] = [text.toLowerCase(), letters.toLowerCase()];
  const found: number[] = [];
  for (let at = needle ? hay.indexOf(needle) : -1; at >= 0 && found.length < atMost; at = hay.indexOf(needle, at + needle.length)) found.push(at);
  return found;
}
