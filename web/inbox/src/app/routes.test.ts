import { inboxPath, routeOf } from './routes';

test('a path says the view, the ticket and what narrows the list, and back', () => {
  const path = inboxPath({ view: 'dept:d1', assignee: 'me', sort: 'oldest' }, 't 1');
  expect(path).toBe('/inbox/dept%3Ad1/t%201?assignee=me&sort=oldest');
  expect(routeOf(path)).toEqual({ page: 'inbox', view: 'dept:d1', ticket: 't 1', filter: { view: 'dept:d1', assignee: 'me', sort: 'oldest' } });
});

test('a link to a ticket alone opens it among all', () => {
  expect(routeOf('/tickets/t1')).toMatchObject({ page: 'inbox', view: 'all', ticket: 't1' });
});

test('health has its page of settings, and the older address of its problems still leads there', () => {
  expect(routeOf('/settings/health')).toEqual({ page: 'health', problems: false });
  expect(routeOf('/admin/problems')).toEqual({ page: 'health', problems: true });
});

test('automatic answers have their page of settings', () => {
  expect(routeOf('/settings/answers')).toEqual({ page: 'answers' });
});

test('stores and departments have their pages of settings', () => {
  expect(routeOf('/settings/stores')).toEqual({ page: 'stores' });
  expect(routeOf('/settings/departments')).toEqual({ page: 'departments' });
  expect(routeOf('/settings/labels')).toEqual({ page: 'labels' });
});

test('deliverability has its page of settings', () => {
  expect(routeOf('/settings/deliverability')).toEqual({ page: 'deliverability' });
});

test('the setup link carries its token; anything else is nowhere', () => {
  expect(routeOf('/setup?token=abc')).toEqual({ page: 'setup', token: 'abc' });
  expect(routeOf('/else')).toEqual({ page: 'nowhere' });
});
