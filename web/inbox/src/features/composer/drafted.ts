import { useEffect, useState } from 'react';
import { session } from '@shared/api/session';

const look = 3_000;

const read = () => {
  const start = `draft:${session.get()?.agent.id}:`;
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length))
    .join();
};

/** The tickets in which this agent has written something on this machine and not sent it. */
export function useDrafted(): ReadonlySet<string> {
  const [ids, setIds] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setIds(read), look);
    return () => clearInterval(timer);
  }, []);
  return new Set(ids.split(','));
}
