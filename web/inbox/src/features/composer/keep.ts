import { useCallback, useEffect, useState } from 'react';

/** Where words are kept on this machine: localStorage while it has room, else IndexedDB, else this page's memory. What lies in IndexedDB is fetched before it can be read. */
const memory = new Map<string, unknown>();
const marker = '{"elsewhere":true}';
const pause = 300;
let timer: ReturnType<typeof setTimeout> | undefined;
const due = new Set<string>();

const request = <T>(asked: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'));
  });

async function table(mode: IDBTransactionMode) {
  const opening = indexedDB.open('helpdesk', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  const database = await request(opening);
  return { kept: database.transaction('kept', mode).objectStore('kept'), close: () => database.close() };
}

/** Writes what is due. A machine without IndexedDB keeps it in memory, which is all there is. */
export async function settle() {
  clearTimeout(timer);
  const keys = [...due];
  due.clear();
  if (keys.length === 0 || typeof indexedDB === 'undefined') return;
  try {
    const { kept, close } = await table('readwrite');
    await Promise.all(keys.map((key) => memory.has(key) ? request(kept.put(memory.get(key), key)) : request(kept.delete(key))));
    close();
  } catch {
    // The words are in memory, and on the server with the next pause.
  }
}

const later = (key: string) => {
  due.add(key);
  clearTimeout(timer);
  timer = setTimeout(() => void settle(), pause);
};

if (typeof document !== 'undefined') document.addEventListener('visibilitychange', () => void settle());

/** What is kept under a key; undefined for nothing, or nothing that is at hand. */
export function readKept<T>(key: string): T | undefined {
  if (memory.has(key)) return memory.get(key) as T;
  try {
    const kept = localStorage.getItem(key);
    return kept === null || kept === marker ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}

/** Whether something is kept that has yet to be fetched. */
export const isAway = (key: string) => !memory.has(key) && localStorage.getItem(key) === marker;

/** Fetches what localStorage had no room for; true where there was something. */
export async function fetchKept(key: string): Promise<boolean> {
  if (!isAway(key) || typeof indexedDB === 'undefined') return false;
  try {
    const { kept, close } = await table('readonly');
    const found: unknown = await request(kept.get(key));
    close();
    if (found === undefined || memory.has(key)) return false;
    memory.set(key, found);
    return true;
  } catch {
    return false;
  }
}

/** Keeps a value, or forgets it where it is null; `size` is about how many characters it has. */
export function writeKept(key: string, value: object | null, size: number) {
  const was = memory.delete(key);
  if (was) later(key);
  if (value === null) return localStorage.removeItem(key);
  if (size < 1_000_000)
    try {
      return localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // It is full: on to the next place.
    }
  memory.set(key, value);
  later(key);
  try {
    localStorage.removeItem(key);
    localStorage.setItem(key, marker);
  } catch {
    // Not even room for the marker; the server has it.
  }
}

/** The keys under which something is kept that begin so. */
export const keptKeys = (start: string) => [...new Set([...Object.keys(localStorage), ...memory.keys()])].filter((key) => key.startsWith(start));

/** State that this machine keeps, however large it grows. */
export function useKept<T extends object>(key: string, blank: T) {
  const [value, setValue] = useState<T>(() => ({ ...blank, ...readKept<Partial<T>>(key) }));
  const set = useCallback(
    (next: T) => {
      writeKept(key, next, Object.values(next).reduce((size: number, one: unknown) => size + (typeof one === 'string' ? one.length : 0), 0));
      setValue(next);
    },
    [key],
  );
  const reload = useCallback(() => setValue({ ...blank, ...readKept<Partial<T>>(key) }), [key, blank]);
  useEffect(() => {
    let gone = false;
    void fetchKept(key).then((found) => found && !gone && setValue((now) => ({ ...now, ...readKept<Partial<T>>(key) })));
    return () => {
      gone = true;
    };
  }, [key]);
  return [value, set, reload] as const;
}
