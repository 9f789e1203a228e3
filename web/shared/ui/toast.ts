import { createStore } from '../api/store';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  undo?: () => void;
  action?: { label: string; run: () => void };
}

const stays = 10_000;
let last = 0;

export const toasts = createStore<Toast[]>([]);

export const dismiss = (id: number) => toasts.set(toasts.get().filter((toast) => toast.id !== id));

/** Tells what happened, for ten seconds. Only the newest can be undone, so an older one with an undo makes way. */
export function tell(text: string, { undo, action, tone = 'plain' }: Partial<Pick<Toast, 'undo' | 'action' | 'tone'>> = {}) {
  const id = ++last;
  const others = toasts.get().filter((toast) => !undo || !toast.undo);
  toasts.set([...others.slice(-2), { id, text, tone, undo, action }]);
  setTimeout(() => dismiss(id), stays);
}

/** Takes back the newest thing that can be; false when there is none. */
export function undoLatest(): boolean {
  const latest = toasts.get().findLast((toast) => toast.undo);
  if (!latest) return false;
  dismiss(latest.id);
  latest.undo?.();
  return true;
}
