import type { Hint } from '@shared/api/schema';

/** A push may be told of by the store's sequence some moments after it came. */
const lag = 5000;

/** Which pushes came, so that those that never came are found. */
export function createHeard(now: () => number = Date.now) {
  const heard = new Map<string, { version: number; at: number }>();
  const lacks = ({ ticketId, version }: Hint) => {
    const known = heard.get(ticketId);
    return !known || known.version < version;
  };
  return {
    hear: ({ ticketId, version }: Hint) => void heard.set(ticketId, { version: Math.max(version, heard.get(ticketId)?.version ?? 0), at: now() }),
    /** What changed that no push has told of. */
    unheard: (changes: readonly Hint[]) => changes.filter(lacks),
    /** Of those, what a push should have told of: version 0 is nobody's news. */
    owed: (changes: readonly Hint[]) => changes.filter((hint) => hint.version > 0 && lacks(hint)),
    /** Forgets what came before the desk was asked at that time: its answer tells of it. */
    forget: (asked: number) => {
      for (const [id, { at }] of heard) if (at < asked - lag) heard.delete(id);
    },
  };
}
