import { Extension, Node, type AnyExtension, type JSONContent } from '@tiptap/core';
import { Mention } from '@tiptap/extension-mention';
import { Placeholder } from '@tiptap/extensions';
import StarterKit from '@tiptap/starter-kit';
import { pictureUrl } from './pictures';

/** Plain words as a document. Each character stands one place further on than in the text, so that a caret can be carried over. */
export const documentOf = (text: string): JSONContent => ({
  type: 'doc',
  content: text.split('\n\n').map((paragraph) => ({
    type: 'paragraph',
    content: paragraph.split('\n').flatMap((line, index): JSONContent[] => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...(line === '' ? [] : [{ type: 'text', text: line }])]),
  })),
});

/** A picture within the words: an upload, by the address it has in a mail (RFC 2392). */
const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({ id: { default: '' }, alt: { default: '' } }),
  parseHTML: () => [{ tag: 'img[src^="cid:"]', getAttrs: (img) => ({ id: (img.getAttribute('src') ?? '').slice(4), alt: img.getAttribute('alt') ?? '' }) }],
  renderHTML: ({ node }) => ['img', { src: `cid:${String(node.attrs.id)}`, alt: String(node.attrs.alt) }],
  addNodeView: () => ({ node }) => {
    const dom = document.createElement('img');
    dom.alt = String(node.attrs.alt);
    void pictureUrl(String(node.attrs.id)).then((url) => (dom.src = url)).catch(() => undefined);
    return { dom };
  },
});

/** A colleague whom a note names. */
const Named = Mention.extend({
  parseHTML: () => [{ tag: 'mark[data-mention]', getAttrs: (mark) => ({ id: mark.getAttribute('data-mention'), label: (mark.textContent ?? '').replace(/^@/, '') }) }],
  renderHTML: ({ node }) => ['mark', { 'data-mention': String(node.attrs.id) }, `@${String(node.attrs.label)}`],
});

/** What words can be made of: what every mail program shows, and no more. */
export const extensions = (placeholder: string, ...more: AnyExtension[]): AnyExtension[] => [
  StarterKit.configure({
    heading: false,
    horizontalRule: false,
    gapcursor: false,
    trailingNode: false,
    link: { openOnClick: false, autolink: true, linkOnPaste: true, defaultProtocol: 'https', HTMLAttributes: { target: null, rel: null } },
  }),
  Placeholder.configure({ placeholder }),
  Picture,
  Named,
  Extension.create({ name: 'more', addExtensions: () => more }),
];
