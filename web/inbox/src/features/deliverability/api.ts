import { useQuery } from '@tanstack/react-query';
import { api } from '@shared/api/client';
import type { DeliverabilityReport } from '@shared/api/schema';

/** What an admin says of a domain's mail server; empty where the desk shall look for itself. */
export interface Told {
  selector: string;
  include: string;
}

const key = 'deliverability';
const path = '/api/deliverability';

/** How every domain of the desk stands. */
export const useDeliverability = () =>
  useQuery({
    queryKey: [key],
    queryFn: ({ signal }) => api.get<DeliverabilityReport>(path, {}, signal),
    staleTime: 60_000,
  });

/** How one domain stands with what was told of it; asks nothing until something was. */
export const useDomain = (domain: string, told: Told | null) =>
  useQuery({
    queryKey: [key, domain, told],
    queryFn: ({ signal }) => api.get<DeliverabilityReport>(path, { domain, ...told }, signal),
    enabled: told !== null,
    staleTime: 60_000,
    select: (report) => report.domains[0],
  });
