const gone = 'script, style, head, title, meta, link, iframe, object, embed, svg, math, form, input, button, select, textarea, template, noscript, audio, video, canvas';

const isHidden = (element: HTMLElement) => element.hidden || element.style.display === 'none' || element.style.getPropertyValue('mso-hide') === 'all' || /mso-hide\s*:\s*all/i.test(element.getAttribute('style') ?? '');

/** Another element in an element's place, with what stood in it. */
function renamed(element: Element, name: string) {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

/** Word writes a list as paragraphs that look like one: the level in the style, the sign in the text. */
function wordLists(body: HTMLElement) {
  const items = [...body.querySelectorAll<HTMLElement>('p, div')].filter((one) => /mso-list\s*:\s*(?!none|skip)/i.test(one.getAttribute('style') ?? ''));
  const open: { level: number; list: HTMLElement; after: Element | null }[] = [];
  for (const item of items) {
    const level = Number(/\blevel(\d+)/i.exec(item.getAttribute('style') ?? '')?.[1] ?? 1);
    const signs = [...item.querySelectorAll<HTMLElement>('span')].filter((span) => /mso-list\s*:\s*ignore/i.test(span.getAttribute('style') ?? ''));
    const sign = signs.map((one) => one.textContent ?? '').join('').trim();
    signs.forEach((one) => one.remove());
    const ordered = /^[\p{L}\d]{1,4}[.)]$/u.test(sign);
    const line = item.ownerDocument.createElement('li');
    line.append(...item.childNodes);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    let top = open.at(-1);
    const goesOn = top !== undefined && (open.length > 1 || item.previousElementSibling === open[0]?.list);
    if (!goesOn) open.length = 0;
    top = open.at(-1);
    if (top?.level !== level) {
      const list = item.ownerDocument.createElement(ordered ? 'ol' : 'ul');
      if (top) top.list.lastElementChild?.append(list);
      else item.before(list);
      top = { level, list, after: null };
      open.push(top);
    }
    top.list.append(line);
    item.remove();
  }
}

/** A table read row by row: cells parted by a bar, the head in bold. */
function tables(body: HTMLElement) {
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    const rows = [...table.rows].map((row) => {
      const line = table.ownerDocument.createElement('p');
      [...row.cells].forEach((cell, index) => {
        if (index > 0) line.append(' | ');
        const said = (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
        const link = cell.querySelector('a');
        const shown = link ? link.cloneNode(true) : said;
        if (cell.tagName === 'TH' && said !== '') {
          const bold = table.ownerDocument.createElement('strong');
          bold.append(shown);
          line.append(bold);
        } else line.append(shown);
      });
      return line;
    });
    const alone = table.rows.length === 1 && table.rows[0]?.cells.length === 1; // only for the look of a page
    if (alone) table.replaceWith(...(table.rows[0]?.cells[0]?.childNodes ?? []));
    else table.replaceWith(...rows.filter((row) => row.textContent?.replace(/[\s|]/g, '') !== ''));
  }
}

/** Bold and italic that Google Docs and others say by style alone. */
function looks(body: HTMLElement) {
  for (const span of body.querySelectorAll<HTMLElement>('span[style], font[style]')) {
    const { fontWeight, fontStyle, textDecoration } = span.style;
    for (const [name, on] of [
      ['strong', fontWeight === 'bold' || Number(fontWeight) >= 600],
      ['em', fontStyle === 'italic'],
      ['s', textDecoration.includes('line-through')],
      ['u', textDecoration.includes('underline') && !span.closest('a')],
    ] as const) {
      if (!on) continue;
      const inner = span.ownerDocument.createElement(name);
      inner.append(...span.childNodes);
      span.append(inner);
    }
  }
}

/** HTML of another program as an answer can carry it: words, lists, quotes and links; no looks, no scripts, no pictures from elsewhere. Nothing of it is fetched or run. */
export function cleanPaste(html: string): string {
  const { body } = new DOMParser().parseFromString(html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, ''), 'text/html');
  for (const one of body.querySelectorAll(gone)) one.remove();
  for (const one of body.querySelectorAll<HTMLElement>('[hidden], [style]')) if (isHidden(one)) one.remove();
  for (const one of body.querySelectorAll('img:not([src^="cid:"])')) {
    const alt = one.getAttribute('alt') ?? '';
    one.replaceWith(/^\p{Emoji_Presentation}/u.test(alt) ? alt : '');
  }
  for (const one of [...body.querySelectorAll('*')].filter(({ tagName }) => tagName.includes(':'))) one.replaceWith(...one.childNodes); // o:p of Word
  for (const one of body.querySelectorAll('b')) if (one.style.fontWeight === 'normal') one.replaceWith(...one.childNodes); // all of Google Docs is in one
  wordLists(body);
  looks(body);
  tables(body);
  for (const one of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const bold = renamed(renamed(one, 'p'), 'strong');
    const line = body.ownerDocument.createElement('p');
    bold.replaceWith(line);
    line.append(bold);
  }
  for (const one of body.querySelectorAll('a:not([href]), a[href^="#"], a[href^="javascript:" i], a[href^="file:" i]')) one.replaceWith(...one.childNodes);
  for (const one of body.querySelectorAll('*')) for (const { name } of [...one.attributes]) if (!['href', 'src', 'alt', 'start', 'data-mention', 'data-pm-slice'].includes(name)) one.removeAttribute(name);
  return body.innerHTML;
}
