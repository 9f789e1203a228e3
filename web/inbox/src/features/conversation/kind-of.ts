import type { Attachment } from '@shared/api/schema';

type Kind = 'image' | 'pdf' | 'text' | 'audio' | 'video';

/** What is fetched to be shown here, in bytes; what is larger is downloaded. */
const largest = 30_000_000;

const types: [Kind, RegExp][] = [
  ['image', /^image\/(png|jpe?g|gif|webp|avif|bmp)$/],
  ['pdf', /^application\/(x-)?pdf$/],
  ['text', /^(text\/(?!calendar|vcard|html|rtf)|application\/(json|csv|x-ndjson)$)/],
  ['audio', /^audio\/(mpeg|mp3|mp4|x-m4a|aac|ogg|opus|wav|x-wav|webm)$/],
  ['video', /^video\/(mp4|webm|ogg|quicktime)$/],
];

const endings: Record<string, Kind> = { pdf: 'pdf', csv: 'text', txt: 'text', log: 'text', md: 'text', json: 'text' };

/** How a file is shown within the page; null for what is only downloaded. Its type is its sender's word, so nothing here runs it. */
export function kindOf({ contentType, name, size }: Pick<Attachment, 'contentType' | 'name' | 'size'>): Kind | null {
  if (size > largest) return null;
  const type = contentType.toLowerCase().split(';')[0]?.trim() ?? '';
  const known = types.find(([, like]) => like.test(type))?.[0];
  // Programs that do not know a file call it a stream of bytes.
  return known ?? (type === 'application/octet-stream' ? (endings[name.toLowerCase().split('.').at(-1) ?? ''] ?? null) : null);
}
