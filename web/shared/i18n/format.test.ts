import { formats } from './format';

const now = new Date('2025-06-20T12:00:00Z').getTime();
const before = (ms: number) => new Date(now - ms);

test('an age takes as little room as it can, in the words of the language', () => {
  expect(formats('en').age(before(5 * 60_000), now)).toBe('5m');
  expect(formats('ko').age(before(3 * 3_600_000), now)).toBe('3시간');
  expect(formats('en').age(before(10 * 86_400_000), now)).toBe('Jun 10');
  expect(formats('en').age(before(10_000), now)).toBeNull();
});

test('sizes are written in the largest unit that fits', () => {
  expect(formats('en').bytes(999)).toBe('999 bytes');
  expect(formats('en').bytes(284_121)).toBe('284 kB');
  expect(formats('cs').bytes(1_500_000)).toBe('1,5 MB');
});

test('an opening is told on the clock of the shop, by weekday within a week and with its date after that', () => {
  const at = new Date('2026-06-01T07:00:00Z');
  const soon = at.getTime() - 86_400_000;
  expect(formats('cs').opening(at, soon, 'Europe/Prague')).toBe('pondělí 9:00');
  expect(formats('ko').opening(at, soon, 'Asia/Seoul')).toMatch(/^월요일 \S+ 4:00$/);
  expect(formats('cs').opening(at, at.getTime() - 30 * 86_400_000, 'Europe/Prague')).toBe('pondělí 1. června 9:00');
  expect(formats('cs').opening(at, soon, 'Nowhere/Atall')).toMatch(/:00$/);
});
