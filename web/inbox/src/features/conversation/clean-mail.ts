import { apiUrl } from '@shared/api/place';

const hook = 'data-remote-src';
/** Where the pictures are that came inside a mail. */
const kept = '/api/attachments/';

/** Cleans a mail once more in this browser. Remote pictures stay away unless `pictures`. */
export async function cleanMail(html: string, pictures: boolean): Promise<{ body: string; remote: number }> {
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
  return { body: body.innerHTML, remote };
}

/** The page inside the frame: its own policy allows styles and the pictures asked for, nothing else. */
export const mailPage = (body: string, pictures: boolean) =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data: ${apiUrl(kept)} ${pictures ? 'https:' : ''}; font-src 'none'; form-action 'none'; base-uri 'none'"><meta name="referrer" content="no-referrer"><style>html{color-scheme:light}body{margin:0;padding:14px 16px;font:14px/1.5 system-ui,sans-serif;color:#1a1a22;background:#fff;overflow-wrap:anywhere;overflow-y:hidden}body>:first-child{margin-top:0}body>:last-child{margin-bottom:0}img{max-width:100%;height:auto}img:not([src]){min-width:24px;min-height:24px;background:#f0f0f4;outline:1px dashed #c9c9d4}table{max-width:100%}blockquote{margin:8px 0;padding-left:12px;border-left:3px solid #e5e5eb;color:#50505c}pre{white-space:pre-wrap}a{color:#4045c6}</style></head><body>${body}</body></html>`;
