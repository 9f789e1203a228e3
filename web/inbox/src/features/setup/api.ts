import { useQuery } from '@tanstack/react-query';
import { api } from '@shared/api/client';
import type { SetupRequest, SetupResult, SignInWays } from '@shared/api/schema';

const isNeeded = async () => (await api.open<{ needed: boolean }>('/api/setup')).needed;

/** Whether the desk still needs its first admin; undefined while that is asked. */
export const useSetupNeeded = () => useQuery({ queryKey: ['setup'], queryFn: isNeeded }).data;

/** Whether the desk still needs its first admin, and whether that admin will sign in by a password. */
export async function askSetup() {
  const [needed, { passwords }] = await Promise.all([isNeeded(), api.open<SignInWays>('/api/auth/ways')]);
  return { needed, passwords };
}

export const setUp = (request: SetupRequest) => api.post<SetupResult>('/api/setup', request, { open: true });
