import { message } from '@/test/desk';
import type { TicketEvent } from '@shared/api/schema';
import { hasMore, speaksByForm, timeline } from './timeline';

const event = (id: string, at: string, kind = 'close', messageId: string | null = null): TicketEvent => ({
  id,
  ticketId: 't1',
  kind,
  actor: { kind: 'agent', id: 'a', name: 'A' },
  at,
  version: 2,
  before: { state: 'waiting' },
  after: { state: 'open' },
  messageId,
});
const at = (time: string, id: string) => ({ ...message, id, receivedAt: `2025-06-01T${time}:00Z` });
const keys = (entries: { key: string }[]) => entries.map(({ key }) => key);

test('messages and events stand in the order they happened', () => {
  expect(keys(timeline([at('12:00', 'm2'), at('10:00', 'm1')], [event('e1', '2025-06-01T11:00:00Z')], true))).toEqual(['m1', 'e1', 'm2']);
});

test('an event whose message is shown is not told twice', () => {
  expect(keys(timeline([at('10:00', 'm1')], [event('e1', '2025-06-01T10:00:00Z', 'reply', 'm1')], true))).toEqual(['m1']);
});

test('that a message opened the ticket again is told', () => {
  expect(keys(timeline([at('10:00', 'm1')], [event('e1', '2025-06-01T10:00:00Z', 'received', 'm1')], true))).toEqual(['m1', 'e1']);
});

test('nothing is folded away of what agents wrote', () => {
  expect(hasMore({ ...message, direction: 'out', html: '<p>It has not come.</p>' })).toBe(false);
});

test('events older than the messages loaded so far wait for theirs', () => {
  expect(keys(timeline([at('10:00', 'm9')], [event('e1', '2025-06-01T09:00:00Z')], false))).toEqual(['m9']);
});

test('a message without quotes or form is shown whole at once', () => {
  expect(hasMore(message)).toBe(false);
  expect(hasMore({ ...message, text: 'Yes\n> No', replyText: 'Yes' })).toBe(true);
});

test('only a mail with pictures or tables and no quotes speaks by its form', () => {
  expect(speaksByForm({ ...message, html: '<table></table>' })).toBe(true);
  expect(speaksByForm({ ...message, html: '<p>Hi</p>' })).toBe(false);
  expect(speaksByForm({ ...message, html: '<table></table>', text: 'Yes\n> No', replyText: 'Yes' })).toBe(false);
});
