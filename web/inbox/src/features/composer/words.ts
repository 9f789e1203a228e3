import { asHtml } from './write';

/** What is written in a box: the words, and their HTML where they have a form; null for plain words. */
export interface Words {
  text: string;
  html: string | null;
}

export const noWords: Words = { text: '', html: null };

/** What the server takes as one answer or note, in characters. */
export const longestText = 200_000;
export const longestHtml = 400_000;

/** The words as HTML, without what stands there only for the box: empty paragraphs, and those around the items of a list, which mail programs set far apart. */
export const htmlOf = ({ text, html }: Words) =>
  html === null ? asHtml(text) : html.replace(/<p(?: dir="auto")?><\/p>/g, '').replace(/<li([^>]*)><p(?: dir="auto")?>((?:(?!<\/p>).)*)<\/p>/g, '<li$1>$2');

/** Words one after the other, as paragraphs of their own. */
export function joined(before: Words, after: Words): Words {
  if (before.text.trim() === '') return after;
  if (after.text.trim() === '') return before;
  const html = before.html === null && after.html === null ? null : htmlOf(before) + htmlOf(after);
  return { text: `${before.text.trimEnd()}\n\n${after.text}`, html };
}

/** Whether this is more than can be sent. */
export const isTooLong = ({ text, html }: Words) => text.length > longestText || (html?.length ?? 0) > longestHtml;

/** Ids of the agents whom a note names. */
export const mentionsOf = ({ html }: Words) => [...new Set([...(html ?? '').matchAll(/data-mention="([^"]+)"/g)].map(([, id]) => id ?? ''))];

/** Whether an upload stands in the words as a picture. */
export const shows = ({ html }: Words, upload: string) => html?.includes(`"cid:${upload}"`) ?? false;

/** Words as a file to attach, where they are more than can be sent. */
export const textFile = ({ text }: Words) => new File([text], 'text.txt', { type: 'text/plain' });
