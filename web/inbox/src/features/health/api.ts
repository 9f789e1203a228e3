import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { DeskHealth, Message, Outbox, OutboxAnswer, Page, Poisoned } from '@shared/api/schema';

const problemsKey = ['problems'];
const healthKey = ['health'];
const outboxKey = ['outbox'];

/** What is shown is looked at again this often (ms). */
const often = 15_000;

export const useHealth = () =>
  useQuery({
    queryKey: healthKey,
    queryFn: ({ signal }) => api.get<DeskHealth>('/api/health/desk', {}, signal),
    refetchInterval: often,
  });

export const useProblems = () =>
  useInfiniteQuery({
    queryKey: problemsKey,
    queryFn: ({ pageParam, signal }) => api.get<Page<Poisoned>>('/api/poison', { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    select: (data) => data.pages.flatMap((page) => page.items),
    refetchInterval: often,
  });

export function useRetryProblem() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<undefined>(`${at('poison', id)}/retry`),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: problemsKey }), client.invalidateQueries({ queryKey: healthKey })]),
  });
}

export const useOutbox = () =>
  useQuery({
    queryKey: outboxKey,
    queryFn: ({ signal }) => api.get<Outbox>('/api/outbox', {}, signal),
    refetchInterval: often,
  });

export function useSendAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ticketId, messageId }: OutboxAnswer) => api.post<Message>(`${at('tickets', ticketId, 'messages', messageId)}/retry`),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: outboxKey }), client.invalidateQueries({ queryKey: healthKey })]),
  });
}
