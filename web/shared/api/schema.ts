/** What the server says and understands, in the words of its API. */

export type Language = 'en' | 'cs' | 'pl' | 'ko' | 'ru';
export type Names = Partial<Record<Language, string>>;
export type Category = 'new' | 'open' | 'waiting' | 'closed' | 'archived';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type FieldValue = string | number | null;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Items<T> {
  items: T[];
}

export interface Agent {
  id: string;
  name: string;
  email: string;
  role: 'admin' | 'agent';
  language: Language;
  departments: string[];
  active: boolean;
}

export interface SignedIn {
  token: string;
  expiresAt: string;
  agent: Agent;
}

export interface Me {
  agent: Agent;
  expiresAt: string;
}

export interface SetupRequest {
  token: string;
  name: string;
  email: string;
  password: string;
  store: string;
  address: string;
  language: Language;
}

export interface SetupResult {
  token: string;
  agent: Agent;
  channel: { id: string; address: string; key: string; url: string };
  form: { id: string; key: string; url: string };
}

export interface Store {
  id: string;
  name: string;
  color: string;
}

export interface Department {
  id: string;
  name: string;
}

export interface Channel {
  id: string;
  kind: string;
  name: string;
  store: string;
  address: string | null;
  key?: string | null;
  url: string;
  lastMessageAt: string | null;
}

export interface State {
  key: string;
  category: Category;
  names: Names;
}

export interface Field {
  key: string;
  type: 'text' | 'choice' | 'number' | 'date';
  required: boolean;
  names: Names;
  choices?: { key: string; names: Names }[];
}

export interface Action {
  key: string;
  names: Names;
  from: string[];
  to: string | null;
  kind: 'reply' | 'note' | 'assign' | 'plain';
  fields: Field[];
}

export interface Workflow {
  states: State[];
  actions: Action[];
}

export interface View {
  key: string;
  group: 'mine' | 'shared' | 'departments';
  names: Names | null;
  query: string;
  count: number | null;
  more: boolean;
}

export interface Address {
  name?: string | null;
  address: string;
}

export interface TicketRow {
  id: string;
  number: number;
  subject: string;
  state: string;
  category: Category;
  priority: Priority;
  store: string;
  channel: string;
  channelKind: string;
  department: string | null;
  assignee: string | null;
  labels: string[];
  customer: { id: string; name: string | null; address: string };
  unread: boolean;
  review: boolean;
  lastMessageAt: string;
  lastDirection: 'in' | 'out';
  createdAt: string;
  preview: string;
  counts: { messages: number; attachments: number };
  version: number;
}

export interface Ticket extends TicketRow {
  actions: string[];
  participants: Address[];
  recipients: { to: Address[]; cc: Address[]; from: Address | null };
  followers: string[];
  mergedInto: string | null;
  fields: Record<string, FieldValue>;
}

export interface Attachment {
  id: string;
  name: string;
  contentType: string;
  size: number;
  sha256: string;
  url: string;
}

export interface Delivery {
  state: 'queued' | 'sending' | 'sent' | 'delivered' | 'bounced' | 'failed';
  at: string;
  error: string | null;
}

export interface Message {
  id: string;
  ticketId: string;
  direction: 'in' | 'out' | 'note' | 'system';
  channel: string;
  channelKind: string;
  from: Address | null;
  author: string | null;
  to: Address[];
  cc: Address[];
  subject: string | null;
  text: string;
  replyText: string;
  html: string | null;
  attachments: Attachment[];
  messageId: string | null;
  inReplyTo: string | null;
  auto: boolean;
  bounce: { recipient: string; status: string; hard: boolean; reason: string } | null;
  sentAt: string | null;
  receivedAt: string;
  delivery: Delivery | null;
}

export interface TicketEvent {
  id: string;
  ticketId: string;
  kind: string;
  action?: string | null;
  actor: { kind: 'agent' | 'customer' | 'system'; id: string | null; name: string | null };
  at: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface ActionRequest {
  text?: string;
  html?: string;
  attachments?: string[];
  to?: Address[];
  cc?: Address[];
  assignee?: string | null;
  department?: string;
  fields?: Record<string, FieldValue>;
}

export interface NewTicketRequest {
  channel?: string;
  to: Address;
  cc?: Address[];
  subject: string;
  text: string;
  html?: string;
  attachments?: string[];
  assignee?: string;
}

export interface Upload {
  id: string;
  name: string;
  contentType: string;
  size: number;
}

export interface Customer {
  id: string;
  name: string | null;
  identities: { kind: string; value: string; proven: boolean }[];
  language: string | null;
  createdAt: string;
  ticketCount: number;
  notes: string | null;
}

export interface Poisoned {
  id: string;
  queue: string;
  reason: string;
  at: string;
  firstAt: string;
  attempts: number;
  preview: string;
  ingestId: string | null;
}

/** What a 409 `changed-meanwhile` carries: the ticket as it stands and all that came since. */
export interface Changed {
  ticket: Ticket;
  events: TicketEvent[];
  messages: Message[];
}

export interface Hint {
  ticketId: string;
  version: number;
  kind: 'message' | 'ticket' | 'delivery';
  row: TicketRow | null;
  views: boolean;
}

export interface Negotiated {
  url: string;
  accessToken: string;
}
