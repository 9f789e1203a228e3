import { moments } from './moments';

const at = (text: string) => moments(new Date(text)).map(({ key, at: time }) => [key, time.toLocaleString('sv')]);

test('a ticket is put off to later today, tomorrow morning or next Monday', () => {
  expect(at('2026-11-25T10:00:00')).toEqual([
    ['laterToday', '2026-11-25 13:00:00'],
    ['tomorrow', '2026-11-26 09:00:00'],
    ['nextWeek', '2026-11-30 09:00:00'],
    ['inAWeek', '2026-12-02 09:00:00'],
  ]);
});

test('late in the evening there is no later today, on Sunday tomorrow is Monday, and at night later today is the morning', () => {
  expect(at('2026-11-29T22:30:00').map(([key]) => key)).toEqual(['tomorrow', 'inAWeek']);
  expect(at('2026-11-23T08:00:00')[2]).toEqual(['nextWeek', '2026-11-30 09:00:00']);
  expect(at('2026-11-25T01:00:00')[0]).toEqual(['laterToday', '2026-11-25 09:00:00']);
});

test('at no hour of a week are two choices the same moment, or one of them past', () => {
  for (let hour = 0; hour < 7 * 24; hour++) {
    const now = new Date(2026, 10, 23, hour, 30);
    const all = moments(now).map(({ at: time }) => time.getTime());
    expect(new Set(all).size).toBe(all.length);
    expect(Math.min(...all)).toBeGreaterThan(now.getTime());
    expect(Math.max(...all)).toBeGreaterThan(now.getTime() + 6 * 86_400_000);
  }
});
