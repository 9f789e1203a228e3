import { useState, useSyncExternalStore } from 'react';
import { createStore } from '@shared/api/store';
import type { Changed } from '@shared/api/schema';
import type { Mode } from './drafts';

/** A message on its way, or why it is not. Outlives the screen it was written on. */
export type Sending =
  | { phase: 'sending'; mode: Mode; text: string; files: string[]; at: string }
  | { phase: 'failed'; thenClose: boolean; error: unknown }
  | { phase: 'waiting' }
  | { phase: 'changed'; thenClose: boolean; changed: Changed };

const store = createStore<Record<string, Sending | undefined>>({});

export const setSending = (ticketId: string, sending: Sending | undefined) => store.set({ ...store.get(), [ticketId]: sending });

export const useSending = (ticketId: string) => useSyncExternalStore(store.subscribe, store.get)[ticketId];

export const isSending = (ticketId: string) => store.get()[ticketId]?.phase === 'sending';

/** Reads what is on disk again with each step of the sending, not after it: words that have gone out must not be there again for somebody quick to write on. */
export function useReread(phase: Sending['phase'] | undefined, reload: () => void) {
  const [seen, setSeen] = useState(phase);
  if (seen === phase) return;
  setSeen(phase);
  reload();
}
