import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url';
import latinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { apiUrl } from '@shared/api/place';

const hook = 'data-remote-src';
/** Where the pictures are that came inside a mail. */
const kept = '/api/attachments/';

export interface CleanMail {
  body: string;
  /** How many pictures lie elsewhere. */
  remote: number;
  /** It has no colours of its own, so that it can be read in ours. */
  bare: boolean;
}

/** Cleans a mail once more in this browser. Remote pictures stay away unless `pictures`. */
export async function cleanMail(html: string, pictures: boolean): Promise<CleanMail> {
  const { default: purify } = await import('dompurify');
  const body = document.implementation.createHTMLDocument().body;
  body.innerHTML = purify.sanitize(html, {
    ADD_ATTR: [hook, 'target'],
    FORBID_TAGS: ['form', 'input', 'button', 'select', 'textarea', 'iframe', 'object', 'embed', 'audio', 'video', 'link', 'meta', 'base', 'svg', 'math'],
    FORBID_ATTR: ['srcset', 'background', 'ping'],
  });
  let remote = 0;
  for (const image of body.querySelectorAll('img')) {
    const inside = image.getAttribute('src');
    if (inside?.startsWith(kept)) image.src = apiUrl(inside);
    const source = image.getAttribute(hook) ?? (/^https?:/i.test(inside ?? '') ? inside : null);
    if (!source) continue;
    remote++;
    image.removeAttribute(hook);
    if (pictures && /^https?:/i.test(source)) image.src = source.replace(/^http:/i, 'https:');
    else image.removeAttribute('src');
  }
  for (const link of body.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow';
  }
  const bare = strip(body);
  return { body: body.innerHTML, remote, bare };
}

const white = /^(?:white|#fff(?:fff)?|rgb\(255,255,255\)|transparent|none|repeat|scroll|0%?|inherit|initial|!important)$/i;
const black = /^(?:windowtext|black|inherit|initial|currentcolor|!important)$/i;
/** So dark a grey is black to whoever writes, as in what Gmail and Outlook send. */
const darkest = 0x44;

/** Red, green and blue, from 0 to 255. */
const channels = (colour: string) => {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex) return hex.length === 3 ? [...hex].map((digit) => parseInt(digit + digit, 16)) : [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return /^rgb\((\d+),(\d+),(\d+)\)$/i.exec(colour)?.slice(1).map(Number);
};
const each = (value: string, like: (word: string) => boolean) => value.trim().replace(/\s*,\s*/g, ',').split(/\s+/).every(like);
const isInk = (value: string) => each(value, (word) => black.test(word) || (channels(word)?.every((channel) => channel <= darkest) ?? false));
const isPaper = (value: string) => each(value, (word) => white.test(word));

/** Takes black ink and white paper away, which say nothing; true where no other colours are left. */
function strip(body: HTMLElement): boolean {
  let bare = !/(?:color|background)[^:;{}]*:/i.test([...body.querySelectorAll('style')].map((style) => style.textContent).join(''));
  for (const part of body.querySelectorAll<HTMLElement>('[style], [color], [bgcolor]')) {
    const kept = (part.getAttribute('style') ?? '').split(';').filter((said) => {
      const [name = '', ...value] = said.toLowerCase().split(':');
      return !(name.trim() === 'color' && isInk(value.join(':'))) && !(/^\s*background/.test(name) && isPaper(value.join(':')));
    });
    if (kept.length > 0) part.setAttribute('style', kept.join(';'));
    else part.removeAttribute('style');
    if (isInk(part.getAttribute('color') ?? '?')) part.removeAttribute('color');
    if (isPaper(part.getAttribute('bgcolor') ?? '?')) part.removeAttribute('bgcolor');
    bare &&= !part.hasAttribute('color') && !part.hasAttribute('bgcolor') && !kept.some((said) => /^\s*(?:color|background[a-z-]*)\s*:/i.test(said));
  }
  return bare;
}

/** What a mail lies on: a white sheet of its own, or the card in our colours. */
export type Paper = 'own' | 'light' | 'dark';

const sheet = { ink: '#1a1a22', ground: '#fff', quote: '#50505c', line: '#e5e5eb', link: '#4045c6', hole: '#f0f0f4' };

/** Our colours as they are now. The page in the frame does not inherit them. */
const card = () => {
  const tokens = getComputedStyle(document.documentElement);
  const of = (name: string) => tokens.getPropertyValue(name);
  return { ink: of('--ink'), ground: 'transparent', quote: of('--ink-2'), line: of('--line-strong'), link: of('--accent-text'), hole: of('--sunken') };
};

const face = (file: string, range: string) => `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(${new URL(file, location.href).href}) format("woff2");unicode-range:${range}}`;
const faces = [face(latin, 'U+0000-00FF,U+2000-206F,U+20AC,U+2122'), face(latinExt, 'U+0100-02BA'), face(cyrillic, 'U+0400-045F,U+0490-0491,U+2116')].join('');

/** The page inside the frame: its own policy allows styles, our fonts and the pictures asked for, nothing else. */
export function mailPage(body: string, pictures: boolean, paper: Paper = 'own') {
  const { ink, ground, quote, line, link, hole } = paper === 'own' ? sheet : card();
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data: ${apiUrl(kept)} ${pictures ? 'https:' : ''}; font-src ${location.origin}; form-action 'none'; base-uri 'none'`;
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><style>${faces}html{color-scheme:${paper === 'dark' ? 'dark' : 'light'}}body{margin:0;padding:${paper === 'own' ? '14px 16px' : '0'};font:13.5px/1.5 "Inter Variable",system-ui,sans-serif;color:${ink};background:${ground};overflow-wrap:anywhere;overflow-y:hidden}body>:first-child{margin-top:0}body>:last-child{margin-bottom:0}img{max-width:100%;height:auto}img:not([src]){min-width:24px;min-height:24px;background:${hole};outline:1px dashed ${line}}table{max-width:100%}blockquote{margin:8px 0;padding-left:12px;border-left:3px solid ${line};color:${quote}}pre{white-space:pre-wrap}a{color:${link}}${paper === 'own' ? '' : `table[border]:not([border='0']){border-collapse:collapse}table[border]:not([border='0']) :is(td,th){padding:4px 8px;border:1px solid ${line}}`}</style></head><body>${body}</body></html>`;
}
