import { readKept, writeKept } from './keep';

test('what localStorage has no room for is kept all the same, and goes when it is forgotten', () => {
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  writeKept('k', { text: 'words' }, 5);
  expect(readKept('k')).toEqual({ text: 'words' });
  full.mockRestore();
  writeKept('k', null, 0);
  expect(readKept('k')).toBeUndefined();
});

test('what is very large does not stand in localStorage', () => {
  writeKept('large', { text: 'x'.repeat(2_000_000) }, 2_000_000);
  expect(localStorage.getItem('large')?.length).toBeLessThan(50);
  expect(readKept<{ text: string }>('large')?.text).toHaveLength(2_000_000);
  writeKept('large', null, 0);
});
