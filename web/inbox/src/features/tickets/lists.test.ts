import { ticket } from '@/test/desk';
import { fieldsTo, narrowedTo } from './FilterBar';
import { withChanged, withFreshFirst } from './pages';

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

test('of each field one answer is asked for, of several fields at once', () => {
  expect(fieldsTo(undefined, 'size:l')).toEqual(['size:l']);
  expect(fieldsTo(['size:l'], 'order:12, 13')).toEqual(['size:l', 'order:12, 13']);
  expect(fieldsTo(['size:l', 'order:12'], 'size:xl')).toEqual(['order:12', 'size:xl']);
  expect(fieldsTo(['size:l'], 'size:l')).toBeUndefined();
  expect(fieldsTo(['a:1', 'b:1', 'c:1', 'd:1', 'e:1'], 'f:1')).toEqual(['b:1', 'c:1', 'd:1', 'e:1', 'f:1']);
});

const at = (id: string, minute: number, part = {}) => ({ ...ticket, id, lastMessageAt: `2025-06-01T10:${String(minute).padStart(2, '0')}:00Z`, ...part });
const deep = (next: string | null = 'n') => ({ pages: [{ items: [at('a', 9), at('b', 8)], next: '1' }, { items: [at('c', 7), at('d', 5)], next }], pageParams: [null, '1'] });
const idsOf = ({ pages }: ReturnType<typeof withChanged>) => pages.map(({ items }) => items.map(({ id }) => id).join(''));

test('a ticket that changed on a deep page is shown as it is, where it was', () => {
  const after = withChanged(deep(), ['d'], [at('d', 5, { assignee: 'me' })], 'newest');
  expect(idsOf(after)).toEqual(['ab', 'cd']);
  expect(after.pages[1]?.items[1]?.assignee).toBe('me');
});

test('a ticket that left the list leaves its deep page, and one that came stands where it belongs', () => {
  expect(idsOf(withChanged(deep(), ['c'], [], 'newest'))).toEqual(['ab', 'd']);
  expect(idsOf(withChanged(deep(), ['x'], [at('x', 6)], 'newest'))).toEqual(['ab', 'cxd']);
});

test('a ticket moves to its new place, and out of sight where that is on a page not loaded yet', () => {
  expect(idsOf(withChanged(deep(), ['d'], [at('d', 30)], 'newest'))).toEqual(['dab', 'c']);
  expect(idsOf(withChanged(deep(), ['a'], [at('a', 1)], 'newest'))).toEqual(['b', 'cd']);
  expect(idsOf(withChanged(deep(null), ['a'], [at('a', 1)], 'newest'))).toEqual(['b', 'cda']);
});

test('what search found keeps its order, and nothing is put among it', () => {
  expect(idsOf(withChanged(deep(), ['d', 'x', 'b'], [at('d', 30), at('x', 6)], null))).toEqual(['a', 'cd']);
});
