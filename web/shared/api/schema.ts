/** What the server says and understands. The shapes come from its OpenAPI description (`npm run api`); here they get the names the screens use. */
import type { components } from './openapi';

type Schemas = components['schemas'];

export type Language = 'en' | 'cs' | 'pl' | 'ko' | 'ru';
/** A name by language, as admins and the server give it. */
export type Names = Record<string, string>;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Items<T> {
  items: T[];
}

export type Agent = Schemas['AgentView'];
export type SignedIn = Schemas['SignedIn'];
export type Me = Schemas['Me'];
export type SetupRequest = Schemas['FirstAnswers'];
export type SetupResult = Schemas['FirstRunDone'];

export type Store = Schemas['Store'];
export type Department = Schemas['Department'];
export type Channel = Schemas['ChannelView'];
export type Workflow = Schemas['TicketWorkflow'];
export type State = Schemas['State'];
export type Action = Schemas['TicketAction'];
export type Field = Schemas['ActionField'];
export type View = Schemas['ViewCount'];

export type Category = Schemas['Category'];
export type Address = Schemas['Address'];
export type TicketRow = Schemas['TicketRow'];
export type Ticket = Schemas['TicketView'];
export type Message = Schemas['MessageView'];
export type Attachment = Schemas['AttachmentView'];
export type Delivery = Schemas['Delivery'];
export type TicketEvent = Schemas['TicketEvent'];
export type ActionRequest = Schemas['ActionRequest'];
export type NewTicketRequest = Schemas['NewTicket'];
export type Upload = Schemas['UploadView'];

export type Customer = Schemas['CustomerView'];
export type Poisoned = Schemas['PoisonView'];
export type Negotiated = Schemas['RealtimeConnection'];

/** What a 409 `changed-meanwhile` carries: the ticket as it stands and all that came since. */
export interface Changed {
  ticket: Ticket;
  events: TicketEvent[];
  messages: Message[];
}

/** What a push says. It is a hint: whatever it touches is asked for again. */
export interface Hint {
  ticketId: string;
  version: number;
}
