import { renderHook, waitFor } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { colleague, me, serve } from '@/test/desk';
import type { TicketEvent } from '@shared/api/schema';
import { session } from '@shared/api/session';
import { useEventText } from './api';

const event = (part: Partial<TicketEvent>): TicketEvent => ({
  id: 'e1',
  ticketId: 't1',
  kind: 'close',
  actor: { kind: 'agent', id: me.id, name: me.name },
  at: '2025-06-01T10:00:00Z',
  version: 2,
  before: {},
  after: {},
  messageId: null,
  ...part,
});

async function sayer() {
  serve();
  session.begin({ token: 'token', agent: me });
  const client = new QueryClient();
  const { result } = renderHook(useEventText, { wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider> });
  await waitFor(() => expect(result.current(event({ after: { state: 'closed' } }))).toBe('Mia Agent set this to Closed'));
  await waitFor(() => expect(result.current(event({ kind: 'assign', after: { assignee: colleague.id } }))).toBe('Mia Agent assigned this to Col League'));
  return result.current;
}

test('what a message in the thread shows is not said again', async () => {
  const say = await sayer();
  expect(say(event({ kind: 'created', after: { state: 'new' }, messageId: 'm1' }))).toBeNull();
  expect(say(event({ kind: 'reply', before: { state: 'open' }, after: { state: 'waiting' }, messageId: 'm2' }))).toBeNull();
  expect(say(event({ kind: 'received', before: { state: 'waiting' }, after: { state: 'open' }, messageId: 'm3' }))).toBeNull();
});

test("a customer's message that opened a closed ticket again is told", async () => {
  const say = await sayer();
  expect(say(event({ kind: 'received', before: { state: 'closed' }, after: { state: 'open' }, messageId: 'm3' }))).toBe("Opened again by the customer's message");
});

test('who took a ticket or gave it away is told', async () => {
  const say = await sayer();
  expect(say(event({ kind: 'assign', before: { assignee: null }, after: { assignee: me.id } }))).toBe('Mia Agent took this ticket');
  expect(say(event({ kind: 'assign', before: { assignee: me.id }, after: { assignee: null } }))).toBe('Mia Agent assigned this to nobody');
});

test('both tickets of a split tell who split them', async () => {
  const say = await sayer();
  expect(say(event({ kind: 'split', after: { ticket: 't2', number: '13', messages: '2' } }))).toBe('Mia Agent split 2 messages into #13');
  expect(say(event({ kind: 'labelled', actor: { kind: 'system', id: null, name: 'Helpdesk MX' }, after: { labels: 'refund, size' } }))).toMatch(/refund, size/);
  expect(say(event({ kind: 'split-from', after: { ticket: 't1', number: '12', messages: '2' } }))).toBe('Mia Agent split this from #12');
});

test('what was changed of the ticket is told: labels, priority, watching, putting off, merging', async () => {
  const say = await sayer();
  expect(say(event({ kind: 'label', before: { labels: 'a,b' }, after: { labels: 'b,c' } }))).toBe('Mia Agent added the label c · Mia Agent removed the label a');
  expect(say(event({ kind: 'priority', before: { priority: 'normal' }, after: { priority: 'urgent' } }))).toBe('Mia Agent set the priority to Urgent');
  expect(say(event({ kind: 'follow', before: { followers: null }, after: { followers: me.id } }))).toBe('Mia Agent watches this now');
  expect(say(event({ kind: 'spam', before: { spam: null }, after: { spam: 'agent 0' } }))).toBe('Mia Agent called this spam');
  expect(say(event({ kind: 'spam', before: { spam: 'score 85 dmarc:30' }, after: { spam: null } }))).toBe('Mia Agent said this is no spam');
  expect(say(event({ kind: 'quarantined', before: { spam: null }, after: { spam: 'blocked 0' } }))).toBe('Its sender is blocked: put out of sight');
  expect(say(event({ kind: 'quarantined', before: { spam: null }, after: { spam: 'score 85 dmarc:30' } }))).toBe('It looks like spam and was put out of sight');
  expect(say(event({ kind: 'confirmed', before: { spam: 'unconfirmed 0' }, after: { spam: null } }))).toBe('Mia Agent confirmed the message');
  expect(say(event({ kind: 'snooze', before: { snoozedUntil: '2025-06-02T09:00:00.000Z' }, after: { snoozedUntil: null } }))).toBe('Mia Agent brought this back');
  expect(say(event({ kind: 'merged', after: { ticket: 't2', number: '7' } }))).toBe('Mia Agent merged #7 into this');
});

test('a rating is told with its stars and what was said with it', async () => {
  const say = await sayer();
  const by = { kind: 'customer' as const, id: null, name: 'Anna' };
  expect(say(event({ kind: 'rated', actor: by, after: { rating: '5', comment: null } }))).toBe('Anna gave 5 stars');
  expect(say(event({ kind: 'rated', actor: by, before: { rating: '5' }, after: { rating: '1', comment: 'Late' } }))).toBe('Anna gave 1 star: “Late”');
  expect(say(event({ kind: 'links-revoked' }))).toBe('Mia Agent took back the links to the customer’s page');
});
