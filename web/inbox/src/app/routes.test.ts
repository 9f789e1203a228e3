import { inboxPath, routeOf } from './routes';

test('a path says the view, the ticket and what narrows the list, and back', () => {
  const path = inboxPath({ view: 'dept:d1', assignee: 'me', sort: 'oldest' }, 't 1');
  expect(path).toBe('/inbox/dept%3Ad1/t%201?assignee=me&sort=oldest');
  expect(routeOf(path)).toEqual({ page: 'inbox', view: 'dept:d1', ticket: 't 1', filter: { view: 'dept:d1', assignee: 'me', sort: 'oldest' } });
});

test('several fields stand in the path beside each other, whatever they hold', () => {
  const path = inboxPath({ view: 'open', field: ['order:12, 13', 'size:l'] });
  expect(path).toBe('/inbox/open?field=order%3A12%2C+13&field=size%3Al');
  expect(routeOf(path)).toMatchObject({ filter: { view: 'open', field: ['order:12, 13', 'size:l'] } });
});

test('an address that was cut or mistyped leads somewhere all the same', () => {
  expect(routeOf('/inbox/%zz')).toMatchObject({ page: 'inbox', view: '%zz' });
  expect(routeOf('/inbox/all?from=abc&before=2026-01-02T00:00:00.000Z&sort=up')).toEqual({ page: 'inbox', view: 'all', ticket: null, filter: { view: 'all', before: '2026-01-02T00:00:00.000Z' } });
});

test('a link to a ticket alone opens it among all', () => {
  expect(routeOf('/tickets/t1')).toMatchObject({ page: 'inbox', view: 'all', ticket: 't1' });
});

test('settings have a page each, and the older address of problems still leads to health', () => {
  expect(routeOf('/settings/stores')).toEqual({ page: 'settings', name: 'stores' });
  expect(routeOf('/settings')).toEqual({ page: 'settings', name: 'channels' });
  expect(routeOf('/admin/problems')).toEqual({ page: 'settings', name: 'health' });
});

test('the link by which a password is chosen leads to its page', () => {
  expect(routeOf('/join')).toEqual({ page: 'join' });
});

test('the setup link carries its token; anything else is nowhere', () => {
  expect(routeOf('/setup?token=abc')).toEqual({ page: 'setup', token: 'abc' });
  expect(routeOf('/else')).toEqual({ page: 'nowhere' });
});
