import { at, send } from '@shared/api/client';

const known = new Map<string, Promise<string>>();

/** Remembers what was just uploaded, so that it is not fetched again. */
export const rememberPicture = (id: string, file: Blob) => known.set(id, Promise.resolve(URL.createObjectURL(file)));

/** An address under which this page can show an upload. */
export function pictureUrl(id: string) {
  const there = known.get(id);
  if (there) return there;
  const url = send('GET', at('uploads', id)).then(async (response) => URL.createObjectURL(await response.blob()));
  url.catch(() => known.delete(id));
  known.set(id, url);
  return url;
}

const kinds = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Whether a file can stand within the words. */
export const isPicture = ({ type }: File) => kinds.has(type);
