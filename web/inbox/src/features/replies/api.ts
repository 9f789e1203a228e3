import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { FilledReply, Items, NewReply, PreviewedReply, ReadyReply, ReplyDraft, SavedReply, Variable } from '@shared/api/schema';

export { ReplyPicker } from './ReplyPicker';

const queryKey = ['replies'];

/** The saved replies an agent can use. */
export const useReplies = () => useQuery({ queryKey, queryFn: ({ signal }) => api.get<Items<SavedReply>>('/api/replies', {}, signal), select: (all) => all.items });

/** What a saved reply can name. */
export const useVariables = () => useQuery({ queryKey: ['variables'], queryFn: ({ signal }) => api.get<Items<Variable>>('/api/replies/variables', {}, signal), select: (all) => all.items });

/** Adds a saved reply, or replaces the one of this id. */
export function useSaveReply(id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: ReplyDraft) => (id === undefined ? api.post<SavedReply>('/api/replies', draft) : api.put<SavedReply>(at('replies', id), draft)),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
}

/** Saved replies that are written already. */
export const useReady = () => useMutation({ mutationFn: () => api.get<Items<ReadyReply>>('/api/replies/ready') });

export function useDeleteReply(id: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => api.delete<undefined>(at('replies', id)), onSuccess: () => client.invalidateQueries({ queryKey }) });
}

/** Texts as the newest ticket would get them. */
export const usePreview = () => useMutation({ mutationFn: (texts: Record<string, string>) => api.post<PreviewedReply>('/api/replies/preview', { texts }) });

/** A saved reply filled in for a ticket. */
export const fillReply = (ticket: string) => (reply: string) => api.get<FilledReply>(at('tickets', ticket, 'replies', reply));

/** The same for a conversation that has yet to begin. */
export const fillNewReply = (known: NewReply) => (reply: string) => api.post<FilledReply>(at('replies', reply, 'fill'), known);
