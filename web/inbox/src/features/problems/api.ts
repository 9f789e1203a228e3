import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { Page, Poisoned } from '@shared/api/schema';

const key = ['problems'];

export const useProblems = () =>
  useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => api.get<Page<Poisoned>>('/api/poison', { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    select: (data) => data.pages.flatMap((page) => page.items),
  });

export function useRetryProblem() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<undefined>(`${at('admin', 'poison', id)}/retry`),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
