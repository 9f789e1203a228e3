import { useQuery } from '@tanstack/react-query';
import { api } from '@shared/api/client';
import type { Department, Items } from '@shared/api/schema';

const none: Department[] = [];

export function useDepartments() {
  const { data } = useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => api.get<Items<Department>>('/api/departments', {}, signal),
    staleTime: 300_000,
  });
  return data?.items ?? none;
}
