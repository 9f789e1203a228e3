import { dayOf, stretch } from './days';

test('a stretch of days holds its last day whole, and reads back as the days it was made of', () => {
  const { from, before } = stretch('2026-01-30', '2026-02-01');
  expect(new Date(before ?? 0).getTime() - new Date(from ?? 0).getTime()).toBe(3 * 86_400_000);
  expect([dayOf(from), dayOf(before, true)]).toEqual(['2026-01-30', '2026-02-01']);
  expect(stretch('', '')).toEqual({ from: undefined, before: undefined });
});
