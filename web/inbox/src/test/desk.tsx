import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createClient } from '@/app/query-client';
import type { Agent, Message, Ticket, Workflow } from '@shared/api/schema';
import { session } from '@shared/api/session';

/** Things of a small desk, for tests. */
export const me: Agent = { id: 'me', name: 'Mia Agent', email: 'mia@shop.test', role: 'admin', language: 'en', departments: [], active: true, joined: true, capacity: null, shift: null, picture: null };
export const colleague: Agent = { ...me, id: 'col', name: 'Col League', email: 'col@shop.test', role: 'agent' };

export const ticket: Ticket = {
  id: 't1',
  number: 12,
  subject: 'Where is my parcel?',
  state: 'open',
  category: 'open',
  priority: 'normal',
  store: 's1',
  channel: 'c1',
  channelKind: 'email',
  department: 'd1',
  assignee: null,
  labels: [],
  customer: { id: 'k1', name: 'Anna', address: 'anna@example.test' },
  unread: false,
  review: false,
  lastMessageAt: '2025-06-01T10:00:00Z',
  lastDirection: 'in',
  createdAt: '2025-06-01T10:00:00Z',
  preview: 'It has not come.',
  counts: { messages: 1, attachments: 0 },
  version: 4,
  actions: ['reply', 'note', 'assign', 'close'],
  participants: [{ name: 'Anna', address: 'anna@example.test' }],
  recipients: { to: [{ name: 'Anna', address: 'anna@example.test' }], cc: [], from: { name: 'Shop', address: 'help@shop.test' } },
  followers: [],
  mergedInto: null,
  merged: [],
  later: [],
  targets: [],
  related: [],
  snoozedUntil: null,
  spam: null,
  rating: null,
  followUpOf: null,
  splitFrom: null,
  suggested: [],
  answerBy: null,
  lines: [],
  mayBe: null,
  notice: null,
  fields: {},
};

export const message: Message = {
  id: 'm1',
  ticketId: 't1',
  direction: 'in',
  channel: 'c1',
  channelKind: 'email',
  from: { name: 'Anna', address: 'anna@example.test' },
  forwardedBy: null,
  author: null,
  signature: null,
  notice: false,
  to: [{ name: null, address: 'help@shop.test' }],
  cc: [],
  subject: 'Where is my parcel?',
  text: 'It has not come.',
  replyText: 'It has not come.',
  html: null,
  cut: false,
  attachments: [],
  messageId: null,
  inReplyTo: null,
  auto: false,
  bounce: null,
  sentAt: null,
  receivedAt: '2025-06-01T10:00:00Z',
  delivery: null,
  hasOriginal: true,
  review: null,
  movedTo: null,
  repeats: false,
  context: null,
  missing: [],
  reactions: [],
  editedAt: null,
  unsentAt: null,
  newSubject: false,
  mentions: [],
};

const plain = { kind: 'plain' as const, fields: [], effects: { owner: 'keep' as const, agent: null, department: null, addLabels: [], removeLabels: [], priority: null }, mails: [], roles: [], afterHours: null };

export const workflow: Workflow = {
  states: [
    { key: 'open', category: 'open', names: { en: 'Open' }, customerNames: {} },
    { key: 'closed', category: 'closed', names: { en: 'Closed' }, customerNames: {} },
  ],
  actions: [
    { ...plain, key: 'close', names: { en: 'Close' }, from: ['open'], to: 'closed' },
    { ...plain, key: 'reopen', names: { en: 'Reopen' }, from: ['closed'], to: 'open' },
  ],
  version: 0,
  savedBy: null,
  savedAt: null,
};

interface Call {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

type Answer = (call: Call) => unknown;

/** What a fake server refuses with. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly body: object = {},
    readonly headers: Record<string, string> = {},
  ) {}
}

const usual: Record<string, Answer> = {
  'GET /api/auth/ways': () => ({ passwords: true, entra: null }),
  'GET /api/agents': () => ({ items: [me, colleague] }),
  'GET /api/stores': () => ({ items: [{ id: 's1', name: 'Shop', color: '#333333' }] }),
  'GET /api/departments': () => ({ items: [] }),
  'GET /api/channels': () => ({ items: [] }),
  'GET /api/labels': () => ({ items: [] }),
  'GET /api/drafts': () => ({ items: [] }),
  'GET /api/presence': () => ({ items: [] }),
  'PUT /api/presence': () => undefined,
  'GET /api/views': () => ({ items: [] }),
  'GET /api/workflow': () => workflow,
  'GET /api/outbox': () => ({ waiting: [], failed: [] }),
  'GET /api/tickets': () => ({ items: [ticket], next: null }),
  'GET /api/tickets/t1': () => ticket,
  'GET /api/tickets/t1/messages': () => ({ items: [message], next: null }),
  'GET /api/tickets/t1/events': () => ({ items: [], next: null }),
};

/** A server that answers by method and path; says afterwards what it was asked. */
export function serve(answers: Record<string, Answer> = {}): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const { pathname: path, search } = new URL(address);
    const call: Call = { method: init.method ?? 'GET', path: path + search, headers: new Headers(init.headers), body: typeof init.body === 'string' && init.body.startsWith('{') ? JSON.parse(init.body) : init.body };
    const answer = { ...usual, ...answers }[`${call.method} ${path}`];
    if (answer || !path.endsWith('/looking')) calls.push(call); // an open ticket says all the time that it is open
    const said = answer ? answer(call) : new Refusal(404, { code: 'not-found', title: `Nothing at ${path}.` });
    if (said instanceof Error) return Promise.reject(said);
    if (said instanceof Refusal) return Promise.resolve(new Response(JSON.stringify({ status: said.status, ...said.body }), { status: said.status, headers: said.headers }));
    return Promise.resolve(said === undefined ? new Response(null, { status: 204 }) : new Response(JSON.stringify(said), { status: 200 }));
  });
  return calls;
}

/** Shows something to a signed-in agent. */
export function show(content: ReactNode, agent = me) {
  session.begin({ token: 'token', agent });
  const client = createClient();
  return { client, ...render(<QueryClientProvider client={client}>{content}</QueryClientProvider>) };
}
