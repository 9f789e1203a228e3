import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, at, send } from '@shared/api/client';
import type { Agent } from '@shared/api/schema';
import { session } from '@shared/api/session';
import { square } from './picture';

interface ProfileChange {
  name: string;
  /** A file to show from now on; null for none; undefined leaves it. */
  picture: File | null | undefined;
}

/** Saves one's name and picture, and shows both at once everywhere. */
export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, picture }: ProfileChange) => {
      let agent = await api.put<Agent>(at('me'), { name });
      if (picture !== undefined) {
        const response = await send('PUT', at('me', 'picture'), { body: picture ? await square(picture) : '', headers: { 'Content-Type': 'application/octet-stream' } });
        agent = (await response.json()) as Agent;
      }
      return agent;
    },
    onSuccess: (agent) => {
      session.update(agent);
      return client.invalidateQueries({ queryKey: ['agents'] });
    },
  });
}
