import type { Filter } from '@/features/tickets/api';

export type Route =
  | { page: 'inbox'; view: string; ticket: string | null; filter: Filter }
  | { page: 'settings'; name: string }
  | { page: 'setup'; token: string }
  | { page: 'join' }
  | { page: 'design' }
  | { page: 'nowhere' };

const narrowings = ['q', 'assignee', 'state', 'department', 'store', 'channel', 'field', 'label', 'mark', 'rating', 'follower', 'customer', 'unread', 'from', 'before', 'sort'] as const;

const remembered = 'view';
/** Where somebody lands who has not been here before: every open ticket. */
export const firstView = 'open';

export const rememberView = (view: string) => localStorage.setItem(remembered, view);
const lastView = () => localStorage.getItem(remembered) ?? firstView;

/** What the server would refuse is not asked for. */
const isInstant = (value: string) => !Number.isNaN(Date.parse(value));
const checks: Partial<Record<(typeof narrowings)[number], (value: string) => boolean>> = { sort: (value) => ['oldest', 'created', 'due'].includes(value), from: isInstant, before: isInstant };

const filterOf = (view: string, search: URLSearchParams): Filter => {
  const filter: Filter = { view };
  for (const name of narrowings) {
    if (name === 'field') {
      const answers = search.getAll(name).filter(Boolean);
      if (answers.length > 0) filter.field = answers;
      continue;
    }
    const value = search.get(name);
    if (value && (checks[name]?.(value) ?? true)) Object.assign(filter, { [name]: value });
  }
  return filter;
};

const decoded = (part: string) => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // half of an escape, as where an address was cut
  }
};

export function routeOf(path: string): Route {
  const { pathname, searchParams } = new URL(path, 'http://inbox');
  const [first, second, third] = pathname.split('/').filter(Boolean).map(decoded);
  if (first === undefined || (first === 'inbox' && second === undefined)) return inbox(lastView(), null, searchParams);
  if (first === 'inbox' && second) return inbox(second, third ?? null, searchParams);
  if (first === 'tickets' && second) return inbox('all', second, searchParams);
  if (first === 'settings') return { page: 'settings', name: second ?? 'channels' };
  if (first === 'admin' && second === 'problems') return { page: 'settings', name: 'health' };
  if (first === 'join') return { page: 'join' };
  if (first === '_design') return { page: 'design' };
  if (first === 'setup') return { page: 'setup', token: searchParams.get('token') ?? '' };
  return { page: 'nowhere' };
}

const inbox = (view: string, ticket: string | null, search: URLSearchParams): Route => ({ page: 'inbox', view, ticket, filter: filterOf(view, search) });

/** The path of a list, or of one ticket in it. */
export function inboxPath(filter: Filter, ticket?: string | null): string {
  const search = new URLSearchParams();
  for (const name of narrowings) for (const value of [filter[name] ?? []].flat()) search.append(name, value);
  const text = search.toString();
  const path = ['/inbox', filter.view ?? firstView, ticket].filter(Boolean).map((part, index) => (index === 0 ? part : encodeURIComponent(part ?? '')));
  return path.join('/') + (text ? `?${text}` : '');
}

export const viewPath = (view: string) => inboxPath({ view });

export const isNarrowed = (filter: Filter) => narrowings.some((name) => name !== 'sort' && filter[name]);
