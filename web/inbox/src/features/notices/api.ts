import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '@shared/api/session';
import { createStore } from '@shared/api/store';
import { tell } from '@shared/ui/toast';

/** What somebody wants to be told, and how: on the desktop, by a sound, and of tickets nobody owns. */
export const noticeKinds = ['desktop', 'sound', 'unassigned'] as const;

export type NoticeKind = (typeof noticeKinds)[number];
export type Wanted = Record<NoticeKind, boolean>;

const none: Wanted = { desktop: false, sound: false, unassigned: false };
const place = () => `notices:${session.get()?.agent.id}`;

const read = (): Wanted => {
  try {
    return { ...none, ...(JSON.parse(localStorage.getItem(place()) ?? '{}') as Partial<Wanted>) };
  } catch {
    return none;
  }
};

const store = createStore(none);
let whose = '';
const current = () => {
  if (whose !== place()) {
    whose = place();
    store.set(read());
  }
  return store.get();
};

/** Turns one of them on or off; the browser is asked for its leave when that is needed. */
export function useNotices() {
  const { t } = useTranslation();
  const notices = useSyncExternalStore(store.subscribe, current);
  const turn = async (kind: NoticeKind, on: boolean) => {
    if (kind === 'desktop' && on && (!('Notification' in window) || (await Notification.requestPermission()) !== 'granted')) {
      tell(t('notices.refused'), { tone: 'bad' });
      return;
    }
    const next = { ...current(), [kind]: on };
    localStorage.setItem(place(), JSON.stringify(next));
    store.set(next);
  };
  return { notices, turn: (kind: NoticeKind, on: boolean) => void turn(kind, on) };
}

export const useNoticesOn = () => {
  const { desktop, sound } = useSyncExternalStore(store.subscribe, current);
  return desktop || sound;
};
