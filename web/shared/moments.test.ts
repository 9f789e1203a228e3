import { moments } from './moments';

const at = (text: string) => moments(new Date(text)).map(({ key, at: time }) => [key, time.toLocaleString('sv')]);

test('a ticket is put off to later today, tomorrow morning or next Monday', () => {
  expect(at('2026-11-25T10:00:00')).toEqual([
    ['laterToday', '2026-11-25 13:00:00'],
    ['tomorrow', '2026-11-26 09:00:00'],
    ['nextWeek', '2026-11-30 09:00:00'],
  ]);
});

test('late in the evening there is no later today, and on Sunday tomorrow is Monday', () => {
  expect(at('2026-11-29T22:30:00').map(([key]) => key)).toEqual(['tomorrow']);
  expect(at('2026-11-23T08:00:00')[2]).toEqual(['nextWeek', '2026-11-30 09:00:00']);
});
