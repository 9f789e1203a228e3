import { ticket } from '@/test/desk';
import { assignTo, inverse, label, snoozeUntil } from './deed';

test('taking labels back leaves alone what was so before', () => {
  const deed = label(['late', 'vip'], ['angry', 'calm']);
  const row = { ...ticket, labels: ['vip', 'angry'] };
  expect(deed.guess(row)).toEqual({ labels: ['vip', 'late'] });
  expect(inverse(row, deed.action, deed.request)?.request).toEqual({ labels: { add: ['angry'], remove: ['late'] } });
});

test('an owner, a department and a time of putting off come back as they were', () => {
  const row = { ...ticket, assignee: 'col', snoozedUntil: '2025-06-02T07:00:00.000Z' };
  expect(inverse(row, 'assign', assignTo(null).request)?.request).toEqual({ assignee: 'col' });
  expect(inverse(row, 'forward', { department: 'd2' })?.request).toEqual({ department: 'd1' });
  expect(inverse(row, 'snooze', snoozeUntil(null).request)?.request).toEqual({ until: '2025-06-02T07:00:00.000Z' });
  expect(inverse(row, 'note', { text: 'x' })).toBeNull();
});
