import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api } from '@shared/api/client';
import { lookAgain } from '@shared/api/look-again';
import type { DraftName, Items } from '@shared/api/schema';
import { unkeptTickets } from './drafts';

const key = ['drafts'];
const look = 3_000;
/** How often the server is asked, where no push says that there is something new. */
const often = 60_000;
const read = () => unkeptTickets().join();

/** The tickets in which this agent has a draft: those the server knows of, from whichever machine, and what it has yet to hear from this one. */
export function useDrafted(): ReadonlySet<string> {
  const { data } = useQuery({ queryKey: key, queryFn: ({ signal }) => api.get<Items<DraftName>>('/api/drafts', {}, signal), refetchInterval: often });
  const [ids, setIds] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setIds(read), look);
    return () => clearInterval(timer);
  }, []);
  return useMemo(() => new Set([...ids.split(','), ...(data?.items ?? []).map(({ ticketId }) => ticketId)]), [ids, data]);
}

/** Asks again in which tickets there are drafts. */
export const refreshDrafts = (client: QueryClient) => lookAgain(client, { queryKey: key });
