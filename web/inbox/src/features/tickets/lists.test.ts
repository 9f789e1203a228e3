import { ticket } from '@/test/desk';
import { withFreshFirst } from './api';
import { narrowedTo } from './FilterBar';

const page = (next: string | null, ...ids: string[]) => ({ items: ids.map((id) => ({ ...ticket, id })), next });

test('a fresh first page takes its tickets out of later pages and loses none it pushed off', () => {
  const data = { pages: [page('1', 'a', 'b', 'c'), page(null, 'd', 'e')], pageParams: [null, '1'] };
  const after = withFreshFirst(data, page('x', 'n', 'd', 'a'));
  expect(after.pages.map(({ items }) => items.map(({ id }) => id).join(''))).toEqual(['ndabc', 'e']);
  expect(after.pages[0]?.next).toBe('1');
});

test('a ticket that left the list is gone from a fresh first page', () => {
  const after = withFreshFirst({ pages: [page('1', 'a', 'b', 'c')], pageParams: [null] }, page('1', 'a', 'c', 'd'));
  expect(after.pages[0]?.items.map(({ id }) => id).join('')).toBe('acd');
});

test('several states are any of them, nobody stands alone, and what is chosen again goes', () => {
  expect(narrowedTo('state', 'new', 'open')).toBe('new,open');
  expect(narrowedTo('state', 'new,open', 'new')).toBe('open');
  expect(narrowedTo('state', 'open', 'open')).toBeUndefined();
  expect(narrowedTo('assignee', 'me', 'nobody')).toBe('nobody');
  expect(narrowedTo('assignee', 'nobody', 'me')).toBe('me');
  expect(narrowedTo('mark', 'urgent', 'high')).toBe('high');
});
