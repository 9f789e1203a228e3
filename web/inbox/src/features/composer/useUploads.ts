import { useCallback, useRef, useState } from 'react';
import type { Upload } from '@shared/api/schema';
import { largestUpload, mostFiles, upload } from './api';

export interface Pending {
  id: number;
  file: File;
  /** How much of it has left, from 0 to 1; null while it waits for others. */
  share: number | null;
  error: unknown;
}

/** The server would refuse it, so it is not sent at all. */
export class TooLarge extends Error {}
export class TooMany extends Error {}

const atOnce = 3;

/** Uploads files, a few beside each other; those that fail stay with their reason until they are tried again or taken away. `had` is how many go along already. */
export function useUploads(onDone: (upload: Upload, file: File) => void, had: number) {
  const [pending, setPending] = useState<Pending[]>([]);
  const queue = useRef<Pending[]>([]);
  const running = useRef(0);
  const last = useRef(0);

  const change = useCallback((id: number, part: Partial<Pending>) => setPending((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one))), []);

  const drop = useCallback((id: number) => {
    queue.current = queue.current.filter((one) => one.id !== id);
    setPending((all) => all.filter((one) => one.id !== id));
  }, []);

  const next = useCallback(async () => {
    if (running.current >= atOnce) return;
    const one = queue.current.shift();
    if (!one) return;
    running.current++;
    change(one.id, { share: 0 });
    try {
      onDone(await upload(one.file, (share) => change(one.id, { share })), one.file);
      drop(one.id);
    } catch (error) {
      change(one.id, { error });
    }
    running.current--;
    void next();
  }, [onDone, drop, change]);

  const start = useCallback(
    (one: Pending) => {
      queue.current.push(one);
      void next();
    },
    [next],
  );

  const add = (files: Iterable<File>) => {
    const free = mostFiles - had - pending.length;
    const fresh = [...files].map((file, index): Pending => ({ id: ++last.current, file, share: null, error: file.size > largestUpload ? new TooLarge() : index >= free ? new TooMany() : null }));
    setPending((all) => [...all, ...fresh]);
    for (const one of fresh) if (one.error === null) start(one);
  };

  const retry = (one: Pending) => {
    change(one.id, { error: null, share: null });
    start({ ...one, error: null, share: null });
  };

  return { pending, add, drop, retry, busy: pending.some((one) => one.error === null) };
}
