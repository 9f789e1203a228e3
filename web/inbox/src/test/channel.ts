import type { Channel } from '@shared/api/schema';

/** A mail channel, for tests. */
export const channel: Channel = {
  id: 'support',
  kind: 'email',
  name: 'support@x.cz',
  store: 'x',
  department: 'support',
  address: 'support@x.cz',
  key: 'the-key',
  url: '/api/ingest/email/support',
  fields: [],
  providers: { sendgrid: false, mailgun: true, hmac: false, ses: false },
  lastMessageAt: null,
  quietAfterHours: 72,
  quiet: false,
  mailbox: null,
  microsoft: null,
  smtp: null,
  meta: null,
  connections: [],
  active: true,
  plusAddressing: false,
  oldKeyEndsAt: null,
  form: null,
  chat: null,
};
