import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@shared/api/client';
import type { Items, ReadyWorkflow, Workflow, WorkflowDraft, WorkflowLook } from '@shared/api/schema';

export { FieldList } from './FieldList';

/** The workflow in force, as it stands now. */
export const useFlow = () => useQuery({ queryKey: ['workflow'], queryFn: ({ signal }) => api.get<Workflow>('/api/workflow', {}, signal), staleTime: 0 });

export const useReadyFlows = (wanted: boolean) =>
  useQuery({ queryKey: ['workflow', 'ready'], queryFn: ({ signal }) => api.get<Items<ReadyWorkflow>>('/api/workflow/ready', {}, signal), staleTime: Infinity, enabled: wanted, select: (all) => all.items });

export const useFlowVersions = (wanted: boolean) =>
  useQuery({ queryKey: ['workflow', 'versions'], queryFn: ({ signal }) => api.get<Items<Workflow>>('/api/workflow/versions', {}, signal), staleTime: 0, enabled: wanted, select: (all) => all.items });

/** What would be wrong with a draft, asked while it is drawn. */
export const useFlowLook = (draft: WorkflowDraft | null) =>
  useQuery({
    queryKey: ['workflow', 'look', draft],
    queryFn: () => api.post<WorkflowLook>('/api/workflow/look', draft),
    enabled: draft !== null,
    staleTime: Infinity,
    gcTime: 0,
    placeholderData: (before) => before,
  });

export function useSaveFlow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: WorkflowDraft) => api.put<Workflow>('/api/workflow', draft),
    onSuccess: () => client.invalidateQueries({ queryKey: ['workflow'] }).then(() => client.invalidateQueries({ queryKey: ['views'] })),
  });
}
