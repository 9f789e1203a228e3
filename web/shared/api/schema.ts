import type { components } from './openapi';

/** What the server says and understands, in the words of its API; narrowed where its description cannot say it. */
type Schemas = components['schemas'];

export type Language = 'en' | 'cs' | 'pl' | 'ko' | 'ru';
export type Names = Schemas['State']['names'];
export type Category = Schemas['Category'];

/** What may be left out of a request is always in an answer. */
type Whole<T> = T extends (infer One)[] ? Whole<One>[] : T extends object ? { [Part in keyof T]-?: Whole<Exclude<T[Part], undefined>> } : T;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Items<T> {
  items: T[];
}

export type Agent = Schemas['AgentView'] & { language: Language };
export type SignedIn = Schemas['SignedIn'] & { agent: Agent };
export type Me = Schemas['Me'] & { agent: Agent };
export type SignInWays = Schemas['SignInWays'];
export type EntraWay = Schemas['EntraWay'];
export type SetupRequest = { [Answer in keyof Schemas['FirstAnswers']]: string };
export type SetupResult = Schemas['FirstRunDone'] & { agent: Agent };

export type Store = Omit<Schemas['Store'], 'look' | 'portal'> & { look: Required<Schemas['MailLook']>; portal: Required<Schemas['StorePortal']> };
export type StoreChange = Partial<Schemas['StoreChange']>;
export type NewStore = Schemas['NewStore'];
export type Block = Schemas['Block'];
export type NewBlock = Schemas['NewBlock'];
export type SpamLearning = Schemas['SpamView'];
export type LabelLearning = Schemas['LabelLearningView'];
export type LanguageFigures = Schemas['LanguageFigures'];
export type Department = Schemas['Department'];
export type DepartmentChange = Partial<Schemas['DepartmentChange']>;
export type ChannelKind = Schemas['ChannelKind'];
export type NewChannel = Schemas['NewChannel'];
export type Calendar = Schemas['CalendarView'];
export type CalendarChange = Schemas['CalendarChange'];
export type DepartmentCalendar = Schemas['DepartmentCalendar'];
export type Holiday = Schemas['Holiday'];
export type HoursNow = Schemas['HoursNow'];
export type Span = Schemas['Span'];
export type TimeZone = Schemas['TimeZoneView'];
export type Channel = Schemas['ChannelView'];
export type FormField = Schemas['FormField'];
export type FormFieldKind = Schemas['FormFieldKind'];
export type FormSettings = Schemas['FormSettings'];
export type FormRoute = Schemas['FormRoute'];
export interface FormChange {
  fields: FormField[];
  form: FormSettings;
}
export type ChatSettings = Schemas['ChatSettingsView'];
export type ChatChange = Schemas['ChatChange'];
export type FormPreview = Schemas['FormPreview'];
export type ChannelChange = Partial<Schemas['ChannelChange']>;
export type Connection = Schemas['ConnectionView'];
export type ConnectionWay = Schemas['ConnectionWay'];
export type AccountChange = Schemas['AccountChange'];
export type AccountView = Schemas['AccountView'];
export type MailboxChange = Schemas['MailboxChange'];
export type SharedMailboxChange = Schemas['SharedMailboxChange'];
export type MetaChange = Schemas['MetaChange'];
export type MessageTemplate = Schemas['MessageTemplate'];
export type TemplateChoice = Schemas['TemplateChoice'];
export type ProviderSecret = Schemas['ProviderSecret'];
export type AgentFacts = Partial<Schemas['AgentFacts']>;
export type JoinLink = Schemas['JoinLink'];
export type Role = Whole<Schemas['Role']>;
export type RoleFacts = Schemas['RoleFacts'];
export type Grant = Whole<Schemas['Grant']>;
export type Workflow = Whole<Schemas['TicketWorkflow']>;
export type WorkflowDraft = Whole<Schemas['WorkflowDraft']>;
export type WorkflowLook = Schemas['WorkflowLook'];
export type WorkflowFault = Schemas['WorkflowFault'];
export type ReadyWorkflow = Whole<Schemas['ReadyWorkflow']>;
export type State = Whole<Schemas['State']>;
export type Action = Whole<Schemas['TicketAction']>;
export type ActionField = Whole<Schemas['ActionField']>;
export type ActionEffects = Whole<Schemas['ActionEffects']>;
export type ActionMail = Whole<Schemas['ActionMail']>;
export type MailTo = Schemas['MailTo'];
export type TicketField = Whole<Schemas['TicketField']>;
export interface TicketFields {
  fields: TicketField[];
}
export type LabelChange = Schemas['LabelChange'];
export type SlaDraft = Omit<Whole<Schemas['SlaDraft']>, 'priorities'> & { priorities: Priority[] };
export type SlaPolicy = Omit<Whole<Schemas['SlaPolicy']>, 'says'> & { says: SlaDraft };
export type SlaTarget = Schemas['SlaTarget'];
export type LaterAnswer = Schemas['LaterView'];
export type TicketDraft = Schemas['TicketDraft'];
export type NewReply = Schemas['NewReply'];
export type DraftName = Schemas['DraftName'];
export interface Looking {
  ticketId: string;
  agent: string;
  writing: boolean;
}
export type SavedReply = Schemas['SavedReplyView'];
export type ReplyDraft = Schemas['ReplyDraft'];
export type ReadyReply = Schemas['ReadyReply'];
export type FilledReply = Schemas['FilledReply'];
export type PreviewedReply = Schemas['PreviewedReply'];
export type Variable = Schemas['Variable'];
export type Rule = Whole<Schemas['Rule']>;
export type RuleDraft = Whole<Schemas['RuleDraft']>;
export type RuleCondition = Whole<Schemas['RuleCondition']>;
export type RuleEffect = Whole<Schemas['RuleEffect']>;
export type Label = Schemas['Label'];
export type Presence = Schemas['PresenceView'];
export type Job = Schemas['JobView'];
export type BulkRequest = Schemas['BulkRequest'];
export type NewView = Schemas['NewView'];
export type View = Schemas['ViewCount'] & { group: 'mine' | 'shared' | 'own' | 'departments' };

export type Address = Schemas['Address'];
export type TicketRow = Schemas['TicketRow'] & { priority: Priority };
export type Line = Schemas['LineView'];
export type Ticket = Schemas['TicketView'] & { priority: Priority };
export type Attachment = Schemas['AttachmentView'];
export type Delivery = Schemas['Delivery'];
export type Message = Schemas['MessageView'];
export type TicketEvent = Schemas['TicketEvent'];
export type ActionRequest = Schemas['ActionRequest'];
export type Priority = NonNullable<Schemas['Priority']>;
export type NewTicketRequest = Schemas['NewTicket'];
export type SplitRequest = Schemas['SplitRequest'];
export type Upload = Schemas['UploadView'];
export type Customer = Schemas['CustomerView'];
export type CustomerFound = Schemas['CustomerFound'];
export type DeliverabilityReport = Schemas['DeliverabilityReport'];
export type DomainCheck = Schemas['DomainCheck'];
export type DeliverabilityCheck = Schemas['Check'];
export type RecordToAdd = Schemas['RecordToAdd'];
export type DeskHealth = Schemas['DeskHealth'];
export type DeskState = Schemas['DeskState'];
export type ReportRow = Schemas['ReportRow'];
export type Poisoned = Schemas['PoisonView'];
export type Changes = Schemas['ChangesView'];
export type CustomerNote = Schemas['CustomerNote'];
export type Outbox = Schemas['OutboxView'];
export type OutboxAnswer = Schemas['OutboxAnswer'];
export type Negotiated = Schemas['RealtimeConnection'];

/** What a 409 `changed-meanwhile` carries: the ticket as it stands and all that came since. */
export interface Changed {
  ticket: Ticket;
  events: TicketEvent[];
  messages: Message[];
}

/** What a push says: which ticket changed, and to which version. */
export interface Hint {
  ticketId: string;
  version: number;
}
