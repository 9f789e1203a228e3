import { useCallback, useRef, useState } from 'react';
import type { Upload } from '@shared/api/schema';
import { largestUpload, upload } from './api';

export interface Pending {
  id: number;
  file: File;
  error: unknown;
}

/** The server would refuse it, so it is not sent at all. */
export class TooLarge extends Error {}

/** Uploads files one beside the other; those that fail stay with their reason until they are tried again or taken away. */
export function useUploads(onDone: (upload: Upload) => void) {
  const [pending, setPending] = useState<Pending[]>([]);
  const last = useRef(0);

  const drop = useCallback((id: number) => setPending((all) => all.filter((one) => one.id !== id)), []);

  const start = useCallback(
    async (id: number, file: File) => {
      try {
        if (file.size > largestUpload) throw new TooLarge();
        onDone(await upload(file));
        drop(id);
      } catch (error) {
        setPending((all) => all.map((one) => (one.id === id ? { ...one, error } : one)));
      }
    },
    [onDone, drop],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const id = ++last.current;
        setPending((all) => [...all, { id, file, error: null }]);
        void start(id, file);
      }
    },
    [start],
  );

  const retry = (one: Pending) => {
    setPending((all) => all.map((other) => (other.id === one.id ? { ...other, error: null } : other)));
    void start(one.id, one.file);
  };

  return { pending, add, drop, retry, busy: pending.some((one) => one.error === null) };
}
