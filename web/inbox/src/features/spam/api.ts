import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import { apiUrl } from '@shared/api/place';
import type { Block, Items, NewBlock, SpamLearning } from '@shared/api/schema';

const blocksKey = ['blocks'];

/** How much the desk has learned of spam. */
export const useSpamLearning = () => useQuery({ queryKey: ['spam'], queryFn: ({ signal }) => api.get<SpamLearning>('/api/spam', {}, signal) });

/** Everybody whose messages go out of sight. */
export const useBlocks = () => useQuery({ queryKey: blocksKey, queryFn: ({ signal }) => api.get<Items<Block>>('/api/blocks', {}, signal), select: (all) => all.items });

/** Blocks a sender or a domain. */
export function useBlock() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (wanted: NewBlock) => api.post<Block>('/api/blocks', wanted), onSuccess: () => client.invalidateQueries({ queryKey: blocksKey }) });
}

/** Takes a sender off the list. */
export function useUnblock() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (id: string) => api.delete<void>(at('blocks', id)), onSuccess: () => client.invalidateQueries({ queryKey: blocksKey }) });
}

/** Where the links in mails lead: to the API, which shows the page they open. */
export const publicOrigin = () => new URL(apiUrl('/')).origin;
