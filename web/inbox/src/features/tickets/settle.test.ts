import { ticket } from '@/test/desk';
import { settle } from './settle';

const row = (id: string) => ({ ...ticket, id });
const rows = (...ids: string[]) => ids.map(row);
const ids = (settled: ReturnType<typeof settle>) => settled.rows.map(({ id }) => id).join('');

test('the open ticket stays where it was while others move, and leaves its place once one moves on', () => {
  const before = rows('a', 'b', 'c');
  const now = rows('c', 'x', 'a', 'b');
  expect(ids(settle(before, now, 'c', false))).toBe('xacb');
  expect(ids(settle(before, now, 'b', false))).toBe('cbxa');
  expect(ids(settle(before, now, null, false))).toBe('cxab');
});

test('an open ticket that is no longer of the list stays in it, as it was', () => {
  expect(ids(settle(rows('a', 'b', 'c'), rows('a', 'c'), 'b', false))).toBe('abc');
  expect(ids(settle(rows('a', 'b', 'c'), rows('a', 'c'), 'a', false))).toBe('ac');
});

test('an open ticket that is no longer of the list shows how it stands now', () => {
  const closed = { ...row('b'), state: 'closed' };
  expect(settle(rows('a', 'b', 'c'), rows('a', 'c'), 'b', false, closed).rows[1]).toBe(closed);
  expect(settle(rows('a', 'b', 'c'), rows('a', 'b', 'c'), 'b', false, closed).rows[1]?.state).toBe('open');
});

test('scrolled down, rows keep their places, what is new on top waits and is counted, and the next page is added', () => {
  const settled = settle(rows('a', 'b', 'c'), rows('x', 'c', 'y', 'a', 'b', 'd'), null, true);
  expect(ids(settled)).toBe('abcd');
  expect(settled.news).toBe(2);
});
