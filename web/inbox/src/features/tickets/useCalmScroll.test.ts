import { renderHook } from '@testing-library/react';
import { ticket } from '@/test/desk';
import { useCalmScroll } from './useCalmScroll';

const rows = (ids: string) => [...ids].map((id) => ({ ...ticket, id }));

/** Reads ten px high rows with the fourth of `before` on top; says how far the list is scrolled once they are `after`. */
function read(before: string, after: string) {
  const box = { scrollTop: 30 } as HTMLElement;
  const { result, rerender } = renderHook(({ ids }) => useCalmScroll({ current: box }, ids, 10), { initialProps: { ids: rows(before) } });
  result.current();
  rerender({ ids: rows(after) });
  return box.scrollTop;
}

test('what is read stays where it is when rows above it leave or come', () => {
  expect(read('abcdef', 'acdef')).toBe(20);
  expect(read('abcdef', 'xabcdef')).toBe(40);
  expect(read('abcdef', 'abcdfe')).toBe(30);
});

test('where the row on top left, the next one stays where it is', () => {
  expect(read('abcdef', 'abcef')).toBe(20);
  expect(read('abcdef', 'xyz')).toBe(30);
});
