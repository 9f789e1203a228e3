import type { Holiday } from '@shared/api/schema';
import { begin, dateOf, daysFrom, faultsOf, minutesOf, nextSpan, readHolidays, spanFaults, todayIn, type Draft } from './hours';

const shop: Draft = begin('weekdays', 'Shop');

test('the templates open weekdays, every day, or around the clock', () => {
  expect(begin('weekdays', '').week.saturday).toEqual([]);
  expect(begin('everyDay', '').week.sunday).toEqual([{ from: '09:00', to: '17:00' }]);
  expect(begin('always', '').week.sunday).toEqual([{ from: '00:00', to: '24:00' }]);
});

test('a time is two digits and two, up to midnight', () => {
  expect(['00:00', '24:00', '24:01', '9:00', '12:60', ''].map(minutesOf)).toEqual([0, 1440, null, null, null, null]);
});

test('faults stand at the places the server names', () => {
  const draft: Draft = {
    ...shop,
    name: ' ',
    week: { ...shop.week, monday: [{ from: '09:00', to: '12:00' }, { from: '11:00', to: '13:00' }], tuesday: [{ from: '17:00', to: '09:00' }], friday: [{ from: '', to: '10:00' }] },
    holidays: [{ date: '2026-12-24', name: 'Eve', spans: [{ from: '10:00', to: '10:00' }] }],
  };
  expect(faultsOf(draft)).toEqual({ name: 'name', 'week.monday[1].from': 'overlap', 'week.tuesday[0].to': 'order', 'week.friday[0].from': 'time', 'holidays[0].spans[0].to': 'order' });
  expect(faultsOf(shop)).toEqual({});
});

test('hours that meet do not overlap, and the same hours twice do', () => {
  expect(spanFaults([{ from: '09:00', to: '12:00' }, { from: '12:00', to: '13:00' }], 'd')).toEqual({});
  expect(spanFaults([{ from: '09:00', to: '12:00' }, { from: '09:00', to: '12:00' }], 'd')).toEqual({ 'd[1].from': 'overlap' });
});

test('hours that are added come after the others', () => {
  expect(nextSpan([])).toEqual({ from: '09:00', to: '17:00' });
  expect(nextSpan([{ from: '09:00', to: '12:00' }])).toEqual({ from: '13:00', to: '17:00' });
  expect(nextSpan([{ from: '09:00', to: '21:30' }])).toEqual({ from: '22:30', to: '24:00' });
});

test('a pasted list gives its holidays, and leaves what it cannot be read as', () => {
  const known: Holiday[] = [{ date: '--01-01', name: 'New Year', spans: [] }];
  expect(readHolidays('2026-12-24 Christmas Eve\r\n\n--12-25\tChristmas\n--01-01 Again\n2026-02-30 Never\n24.12.2026 Eve\nlonely', known)).toEqual({
    read: [
      { date: '2026-12-24', name: 'Christmas Eve', spans: [] },
      { date: '--12-25', name: 'Christmas', spans: [] },
    ],
    left: '--01-01 Again\n2026-02-30 Never\n24.12.2026 Eve\nlonely',
  });
});

test('every leap day is a date, and the thirtieth of February is none', () => {
  expect(dateOf('--02-29')).not.toBeNull();
  expect([dateOf('--02-30'), dateOf('2026-02-29'), dateOf('1999-01-01'), dateOf('x')]).toEqual([null, null, null, null]);
});

test("today is the zone's, and a day's own date goes before the yearly one and the weekday", () => {
  expect(todayIn('Asia/Seoul', Date.parse('2026-12-23T20:00Z')).toISOString().slice(0, 10)).toBe('2026-12-24');
  expect(todayIn('Nowhere/Atall', 0)).toBeInstanceOf(Date);
  const half = [{ from: '09:00', to: '11:00' }];
  const days = daysFrom({ ...shop, holidays: [{ date: '--12-24', name: 'Eve', spans: [] }, { date: '2026-12-24', name: 'This eve', spans: half }, { date: '--12-25', name: 'Day', spans: [] }] }, new Date('2026-12-23'), 4);
  expect(days.map(({ spans }) => spans.length)).toEqual([1, 1, 0, 0]);
  expect(days[1]?.holiday?.name).toBe('This eve');
});
