import type { Mark, Node } from '@tiptap/pm/model';

const lastMark = (node: Node | null | undefined): Mark | undefined => node?.marks.find((mark) => mark.type.name === 'link');

/** A link's address, behind words that do not say it themselves. */
const address = (words: string, href: string) => {
  const bare = (text: string) => text.trim().replace(/^(mailto:|tel:|https?:\/\/)/i, '').replace(/\/$/, '').toLowerCase();
  return bare(words) === bare(href) ? '' : ` (${href.replace(/^mailto:/i, '')})`;
};

/** The words of one paragraph, pictures by their name. */
function inline(parent: Node): string {
  let text = '';
  let linked = '';
  parent.forEach((child, _, index) => {
    const link = lastMark(child);
    const said = child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? '\n' : child.type.name === 'mention' ? `@${String(child.attrs.label)}` : `[${String(child.attrs.alt)}]`;
    text += said;
    if (!link) return;
    linked += said;
    const next = parent.maybeChild(index + 1);
    if (next && lastMark(next)?.attrs.href === link.attrs.href) return;
    text += address(linked, String(link.attrs.href));
    linked = '';
  });
  return text;
}

const indented = (text: string, first: string, rest: string) =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? '' : rest + line))
    .join('\n');

function block(node: Node): string {
  switch (node.type.name) {
    case 'blockquote':
      return blocks(node, '\n\n')
        .split('\n')
        .map((line) => (line === '' ? '>' : line.startsWith('>') ? `>${line}` : `> ${line}`))
        .join('\n');
    case 'bulletList':
    case 'orderedList': {
      const start = Number(node.attrs.start ?? 1);
      const items: string[] = [];
      node.forEach((item, _, index) => {
        const sign = node.type.name === 'bulletList' ? '- ' : `${start + index}. `;
        items.push(indented(blocks(item, '\n'), sign, ' '.repeat(sign.length)));
      });
      return items.join('\n');
    }
    case 'codeBlock':
      return node.textContent;
    default:
      return inline(node);
  }
}

function blocks(parent: Node, between: string) {
  const all: string[] = [];
  parent.forEach((child) => void all.push(block(child)));
  return all.join(between);
}

/** The same with every blank of it, for words that go on. */
export const wholeText = (doc: Node) => blocks(doc, '\n\n');

/** A document as a plain mail says it: lists with dashes, quotes with angles, links with their address. */
export const textOf = (doc: Node) => wholeText(doc).replace(/\n{3,}/g, '\n\n').replace(/^\n+|\s+$/g, '');
