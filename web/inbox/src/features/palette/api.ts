import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@shared/api/client';
import type { Page, TicketRow } from '@shared/api/schema';
import type { IconName } from '@shared/ui/Icon';

/** Something the palette can do, by its name. */
export interface Command {
  key: string;
  label: string;
  group: string;
  icon: IconName;
  shortcut?: string;
  /** More words it is found by. */
  words?: string;
  run: () => void;
}

const offers = new Map<string, () => Command[]>();

/** Offers commands while the caller is on screen; they are asked for when the palette opens. */
export function useOffer(name: string, make: () => Command[]) {
  useEffect(() => {
    offers.set(name, make);
    return () => void offers.delete(name);
  });
}

/** What the screens offer now. */
export const offered = () => [...offers.values()].flatMap((make) => make());

const least = 2;

/** Tickets that match a few letters; none for fewer than two. */
export const useFoundTickets = (q: string) =>
  useQuery({
    queryKey: ['tickets', 'palette', q],
    queryFn: ({ signal }) => (q.length < least ? null : api.get<Page<TicketRow>>('/api/tickets', { view: 'all', q, limit: 8 }, signal)),
    placeholderData: (before) => (q.length < least ? undefined : before),
    select: (page) => page?.items,
  });
