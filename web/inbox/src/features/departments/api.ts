import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { Department, DepartmentChange, Items } from '@shared/api/schema';

const none: Department[] = [];

const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: ({ signal }) => api.get<Items<Department>>('/api/departments', {}, signal),
  staleTime: 300_000,
});

export const useDepartments = () => useQuery(departmentsQuery).data?.items ?? none;

/** The departments as they stand now, for whoever is about to change them. */
export const useDepartmentSettings = () => useQuery({ ...departmentsQuery, staleTime: 0, select: (all) => all.items });

/** Adds a department, or changes the one of this id. */
export function useSaveDepartment(id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: DepartmentChange) => (id === undefined ? api.post<Department>('/api/departments', change) : api.put<Department>(at('departments', id), change)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['views'] }).then(() => client.invalidateQueries({ queryKey: departmentsQuery.queryKey })),
  });
}
