import { message } from '@/test/desk';
import type { Message, TicketEvent } from '@shared/api/schema';
import { hasArrived, isFolded, speaksByForm, splittable, timeline } from './timeline';

const event = (id: string, at: string, kind = 'reopen'): TicketEvent => ({ id, ticketId: 't1', kind, actor: { kind: 'agent', id: 'a', name: 'A' }, at, version: 2, before: { state: 'closed' }, after: { state: 'open' }, messageId: null });
const at = (time: string, id: string) => ({ ...message, id, receivedAt: `2025-06-01T${time}:00Z` });
const keys = (entries: { key: string }[]) => entries.map(({ key }) => key);

test('messages and events stand in the order they happened', () => {
  expect(keys(timeline([at('12:00', 'm2'), at('10:00', 'm1')], [event('e1', '2025-06-01T11:00:00Z')], true))).toEqual(['m1', 'e1', 'm2']);
});

test('what was said in the same moment keeps its order', () => {
  expect(keys(timeline([at('10:00', 'confirmation'), at('10:00', 'request')], [], true))).toEqual(['request', 'confirmation']);
});

test('that a ticket was created is told by its first message', () => {
  expect(keys(timeline([at('10:00', 'm1')], [event('e1', '2025-06-01T10:00:00Z', 'created')], true))).toEqual(['m1']);
});

test('events older than the messages loaded so far wait for theirs', () => {
  expect(keys(timeline([at('10:00', 'm9')], [event('e1', '2025-06-01T09:00:00Z')], false))).toEqual(['m9']);
});

test('only what a customer quotes is folded', () => {
  const quoting = { ...message, text: 'Yes\n> No', replyText: 'Yes' };
  expect(isFolded(message)).toBe(false);
  expect(isFolded({ ...message, text: 'Yes \r\n\r\nNo', replyText: 'Yes\nNo' })).toBe(false);
  expect(isFolded(quoting)).toBe(true);
  expect(isFolded({ ...quoting, direction: 'out' })).toBe(false);
});

test('only a mail with pictures or tables and no quotes speaks by its form', () => {
  expect(speaksByForm({ ...message, html: '<table></table>' })).toBe(true);
  expect(speaksByForm({ ...message, html: '<p>Hi</p>' })).toBe(false);
  expect(speaksByForm({ ...message, html: '<table></table>', text: 'Yes\n> No', replyText: 'Yes' })).toBe(false);
});

test('messages that moved together to one ticket are one entry, where nothing stands between them', () => {
  const moved = (time: string, id: string, to: string) => ({ ...at(time, id), movedTo: { id: to, number: 13 } });
  const entries = timeline([moved('14:00', 'm5', 't3'), moved('13:00', 'm4', 't2'), at('12:00', 'm3'), moved('11:00', 'm2', 't2'), moved('10:00', 'm1', 't2')], [], true);
  expect(entries.map((entry) => (entry.kind === 'moved' ? `${entry.count} to ${entry.to.id}` : entry.key))).toEqual(['2 to t2', 'm3', '1 to t2', '1 to t3']);
});

test('a message can be split off where something stays said, with what came after it only if something came before', () => {
  const first = at('10:00', 'm1');
  const answer = { ...at('11:00', 'm2'), direction: 'out' as const };
  const later = at('12:00', 'm3');
  expect(splittable(first, [first], true)).toBe('no');
  expect(splittable(first, [{ ...answer, auto: true }, first], true)).toBe('no');
  expect(splittable(first, [answer, first], true)).toBe('alone');
  expect(splittable(first, [later, first], false)).toBe('later');
  expect(splittable(answer, [later, answer, first], true)).toBe('no');
  expect(splittable(later, [later, answer, first], true)).toBe('alone');
  expect(splittable(later, [{ ...answer, direction: 'note' }, later, first], true)).toBe('later');
  expect(splittable({ ...later, movedTo: { id: 't2', number: 13 } }, [later, first], true)).toBe('no');
});

test('what is being sent is not shown beside itself once it has arrived', () => {
  const sending = { mode: 'reply', text: 'On its way. ', at: '2025-06-01T10:00:30Z' };
  const answer: Message = { ...message, direction: 'out', author: 'a1', replyText: 'On its way.', receivedAt: '2025-06-01T10:00:31Z' };
  expect(hasArrived(sending, 'a1', [message, answer])).toBe(true);
  expect(hasArrived(sending, 'a2', [message, answer])).toBe(false);
  expect(hasArrived({ ...sending, mode: 'note' }, 'a1', [answer])).toBe(false);
  expect(hasArrived(sending, 'a1', [{ ...answer, receivedAt: '2025-06-01T09:00:00Z' }])).toBe(false);
});
