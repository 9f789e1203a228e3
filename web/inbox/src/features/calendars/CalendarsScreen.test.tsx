import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal, serve, show } from '@/test/desk';
import type { Calendar, CalendarChange } from '@shared/api/schema';
import CalendarsScreen from './CalendarsScreen';

const nine = [{ from: '09:00', to: '17:00' }];
const shop: Calendar = {
  id: 'k1',
  name: 'Shop',
  timeZone: 'Europe/Prague',
  week: { monday: nine, tuesday: nine, wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  holidays: [],
  now: { open: false, since: null, until: new Date(Date.now() + 3_600_000).toISOString() },
  stores: ['s1'],
  departments: [],
};
const night: Calendar = { ...shop, id: 'k2', name: 'Night', now: { open: true, since: null, until: null }, stores: [], departments: [] };

const open = (calendars: Calendar[], more: Parameters<typeof serve>[0] = {}) => {
  const calls = serve({
    'GET /api/calendars': () => ({ items: calendars }),
    'GET /api/departments': () => ({ items: [{ id: 'd1', name: 'Help', calendar: null }] }),
    'GET /api/time-zones': () => ({ items: [{ id: 'Asia/Seoul', offsetMinutes: 540 }, { id: 'Europe/Prague', offsetMinutes: 60 }] }),
    ...more,
  });
  show(<CalendarsScreen />);
  return calls;
};
const card = async (name: string) => within(await screen.findByRole('region', { name }));
const sent = (calls: ReturnType<typeof serve>, method: string) => calls.filter((call) => call.method === method).map(({ path, body }) => ({ path, body }));

test('each calendar says whether it is open, until when, and who goes by it', async () => {
  open([shop, night]);
  expect((await card('Shop')).getByText(/^Closed, opens \w+day/)).toBeVisible();
  expect(await (await card('Shop')).findByRole('button', { name: 'Used by: Shop' })).toBeVisible();
  expect((await card('Night')).getByText('Open, without an end')).toBeVisible();
});

test('the first calendar is begun from a template and saved whole', async () => {
  const calls = open([], { 'POST /api/calendars': () => shop });
  await userEvent.click(await screen.findByRole('button', { name: 'Monday to Friday, 9 to 5' }));
  await userEvent.click(screen.getByRole('button', { name: /^Time zone/ }));
  await userEvent.type(screen.getByRole('combobox'), 'seoul{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'Copy hours to other days: Monday' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Saturday' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
  const change = sent(calls, 'POST')[0]?.body as CalendarChange;
  expect([change.name, change.timeZone, change.week?.saturday, change.week?.sunday]).toEqual(['Monday to Friday, 9 to 5', 'Asia/Seoul', nine, []]);
});

test('an end before its beginning is said before anything is sent, and an end at midnight is one', async () => {
  const calls = open([shop], { 'PUT /api/calendars/k1': () => shop });
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  fireEvent.change(screen.getByLabelText('Monday: to'), { target: { value: '08:00' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText('The end must be after the beginning.')).toBeVisible();
  expect(sent(calls, 'PUT')).toEqual([]);
  fireEvent.change(screen.getByLabelText('Monday: to'), { target: { value: '00:00' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect((sent(calls, 'PUT')[0]?.body as CalendarChange | undefined)?.week?.monday).toEqual([{ from: '09:00', to: '24:00' }]));
});

test('holidays are added one by one and as a list, each date once', async () => {
  const calls = open([shop], { 'PUT /api/calendars/k1': () => shop });
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  const add = async (date: string, name: string) => {
    fireEvent.change(screen.getByLabelText('Date'), { target: { value: date } });
    fireEvent.change(screen.getByLabelText('Name of the holiday'), { target: { value: name } });
    await userEvent.click(screen.getByRole('button', { name: 'Add the holiday' }));
  };
  await userEvent.click(screen.getByRole('switch', { name: 'Every year' }));
  await add('2026-12-25', 'Christmas');
  await add('2027-12-25', 'Again');
  expect(screen.getByText('This date stands there already.')).toBeVisible();
  fireEvent.change(screen.getByLabelText('Paste a list'), { target: { value: '2026-12-24 Eve\nnonsense' } });
  await userEvent.click(screen.getByText('Add the list'));
  expect(screen.getByLabelText('Paste a list')).toHaveValue('nonsense');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect((sent(calls, 'PUT')[0]?.body as CalendarChange | undefined)?.holidays?.map(({ date }) => date)).toEqual(['--12-25', '2026-12-24']));
});

test('what the server refuses stands at its place and nothing written is lost', async () => {
  open([shop], { 'PUT /api/calendars/k1': () => new Refusal(422, { code: 'calendar-invalid', title: 'The calendar has faults.', errors: { name: 'Another calendar has this name.' } }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Night' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Another calendar has this name.')).toBeVisible();
  expect(screen.getByLabelText('Name')).toHaveValue('Night');
});

test('a calendar is given to a department, and taken from a store', async () => {
  const calls = open([shop], { 'PUT /api/departments/d1/calendar': () => ({}), 'PUT /api/stores/s1': () => ({}) });
  for (const name of ['Help', 'Shop']) {
    await userEvent.click(await screen.findByRole('button', { name: /^Used by/ }));
    await userEvent.click(await screen.findByRole('option', { name }));
    await waitFor(() => expect(screen.getByRole('button', { name: /^Used by/ })).toBeEnabled());
  }
  expect(sent(calls, 'PUT')).toEqual([
    { path: '/api/departments/d1/calendar', body: { calendar: 'k1' } },
    { path: '/api/stores/s1', body: { calendar: '' } },
  ]);
});

test('a calendar in use is not deleted, and it is said by whom', async () => {
  open([shop], { 'DELETE /api/calendars/k1': () => new Refusal(409, { code: 'calendar-in-use', title: 'This calendar is used by Shop.' }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('This calendar is used by Shop.');
});
