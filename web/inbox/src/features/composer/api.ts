import { send } from '@shared/api/client';
import type { Upload } from '@shared/api/schema';

export { useDrafted } from './drafted';
export { holdSeconds, setHold } from './hold';
export { useSending, type Sending } from './sending';

/** What the server takes as one file. */
export const largestUpload = 20 * 1024 * 1024;

export const upload = async (file: File) => {
  const response = await send('POST', '/api/uploads', {
    query: { name: file.name },
    headers: { 'Content-Type': file.type || 'application/octet-stream' },
    body: file,
  });
  return (await response.json()) as Upload;
};
