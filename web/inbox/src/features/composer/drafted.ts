import { useEffect, useMemo, useState } from 'react';
import { draftedTickets } from './drafts';

const look = 3_000;
const read = () => draftedTickets().join();

/** The tickets in which this agent has a draft on this machine, looked at every few seconds. */
export function useDrafted(): ReadonlySet<string> {
  const [ids, setIds] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setIds(read), look);
    return () => clearInterval(timer);
  }, []);
  return useMemo(() => new Set(ids.split(',')), [ids]);
}
