import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, at } from '@shared/api/client';
import type { Calendar, CalendarChange, DepartmentCalendar, Items, StoreChange, TimeZone } from '@shared/api/schema';

const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => api.get<Items<Calendar>>('/api/calendars', {}, signal),
  refetchInterval: 60_000,
});

/** The calendars, and how each stands; looked at again every minute. */
export const useCalendars = () => useQuery({ ...calendarsQuery, select: (all) => all.items });

export const useTimeZones = () =>
  useQuery({
    queryKey: ['time-zones'],
    queryFn: ({ signal }) => api.get<Items<TimeZone>>('/api/time-zones', {}, signal),
    select: (all) => all.items,
    staleTime: Infinity,
  });

function useChanging<Change, Result>(change: (told: Change) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => Promise.all(['calendars', 'stores', 'departments'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

/** Changes a calendar, or adds one where there is no id yet. */
export const useSaveCalendar = (id: string | null) =>
  useChanging((told: CalendarChange) => (id === null ? api.post<Calendar>('/api/calendars', told) : api.put<Calendar>(at('calendars', id), told)));

export const useDeleteCalendar = (id: string) => useChanging<void, void>(() => api.delete(at('calendars', id)));

/** Somebody who goes by a calendar, or by none. */
export interface Assignment {
  kind: 'stores' | 'departments';
  id: string;
  calendar: string | null;
}

export const useAssignCalendar = () =>
  useChanging(({ kind, id, calendar }: Assignment) => {
    if (kind === 'departments') return api.put<unknown>(at('departments', id, 'calendar'), { calendar } satisfies DepartmentCalendar);
    return api.put<unknown>(at('stores', id), { calendar: calendar ?? '' } satisfies Partial<StoreChange>);
  });
