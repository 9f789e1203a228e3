import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { Channel, FormChange, FormPreview, Language } from '@shared/api/schema';

/** The page a form would have; asked again when what is wanted changes. */
export const usePreview = (channel: string, wanted: FormChange, language: Language) =>
  useQuery({
    queryKey: ['channels', channel, 'preview', wanted, language],
    queryFn: ({ signal }) => api.post<FormPreview>(at('channels', channel, 'form', 'preview'), wanted, { query: { lang: language }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });

export function useChangeForm(channel: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: FormChange) => api.put<Channel>(at('channels', channel, 'form'), wanted),
    onSuccess: () => client.invalidateQueries({ queryKey: ['channels'], exact: true }),
  });
}
