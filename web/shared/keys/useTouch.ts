import { useSyncExternalStore } from 'react';

const touch = () => matchMedia('(hover: none)');

const watch = (listener: () => void) => {
  const media = touch();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

/** Whether fingers rather than keys are at hand, so that no text speaks of keys. */
export const useTouch = () => useSyncExternalStore(watch, () => touch().matches);
