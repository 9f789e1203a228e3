import { send } from '@shared/api/client';
import type { Upload } from '@shared/api/schema';

export { refreshDrafts, useDrafted } from './drafted';
export { enterSends, holdSeconds, setEnterSends, setHold } from './habits';
export { useSending, type Sending } from './sending';
export { useOutgoing } from './useOutgoing';

/** What the server takes as one file, and as many of them with one answer. */
export const largestUpload = 20 * 1024 * 1024;
export const mostFiles = 50;

/** Files smaller than this are there before anybody could watch them. */
const worthWatching = 256 * 1024;

export const upload = async (file: File, onProgress: (share: number) => void) => {
  const response = await send('POST', '/api/uploads', {
    query: { name: file.name },
    headers: { 'Content-Type': file.type || 'application/octet-stream' },
    body: file,
    onProgress: file.size > worthWatching ? onProgress : undefined,
  });
  return (await response.json()) as Upload;
};
