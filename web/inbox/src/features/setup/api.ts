import { api } from '@shared/api/client';
import type { SetupRequest, SetupResult, SignInWays } from '@shared/api/schema';

/** Whether the desk still needs its first admin, and whether that admin will sign in by a password. */
export async function askSetup() {
  const [{ needed }, { passwords }] = await Promise.all([api.open<{ needed: boolean }>('/api/setup'), api.open<SignInWays>('/api/auth/ways')]);
  return { needed, passwords };
}

export const setUp = (request: SetupRequest) => api.post<SetupResult>('/api/setup', request, { open: true });
