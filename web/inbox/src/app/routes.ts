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
const firstView = 'open';

export const rememberView = (view: string) => localStorage.setItem(remembered, view);
const lastView = () => localStorage.getItem(remembered) ?? firstView;

const filterOf = (view: string, search: URLSearchParams): Filter => {
  const filter: Filter = { view };
  for (const name of narrowings) {
    if (name === 'field') {
      const answers = search.getAll(name).filter(Boolean);
      if (answers.length > 0) filter.field = answers;
      continue;
    }
    const value = search.get(name);
    if (value && (name !== 'sort' || value === 'oldest' || value === 'created' || value === 'due')) Object.assign(filter, { [name]: value });
  }
  return filter;
};

export function routeOf(path: string): Route {
  const { pathname, searchParams } = new URL(path, 'http://inbox');
  const [first, second, third] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
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
