import type { AccountChange, AccountView } from '@shared/api/schema';

/** What a person types of an account on a mail server. */
export interface Draft {
  service: string;
  host: string;
  port: string;
  security: AccountChange['security'] & string;
  user: string;
  password: string;
  signIn: 'password' | 'oauth';
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  scope: string;
  fingerprint: string;
}

/** Mail services many shops use, as their own help pages give them. */
export interface Service {
  key: string;
  name: string;
  imap: string;
  smtp: string;
  /** Asks for a password made for this desk alone. */
  appPassword?: boolean;
}

export const services: readonly Service[] = [
  { key: 'gmail', name: 'Gmail, Google Workspace', imap: 'imap.gmail.com', smtp: 'smtp.gmail.com', appPassword: true },
  { key: 'icloud', name: 'iCloud Mail', imap: 'imap.mail.me.com', smtp: 'smtp.mail.me.com', appPassword: true },
  { key: 'yahoo', name: 'Yahoo Mail', imap: 'imap.mail.yahoo.com', smtp: 'smtp.mail.yahoo.com', appPassword: true },
  { key: 'seznam', name: 'Seznam', imap: 'imap.seznam.cz', smtp: 'smtp.seznam.cz' },
  { key: 'naver', name: 'Naver', imap: 'imap.naver.com', smtp: 'smtp.naver.com', appPassword: true },
  { key: 'fastmail', name: 'Fastmail', imap: 'imap.fastmail.com', smtp: 'smtp.fastmail.com', appPassword: true },
];

export type Protocol = 'imap' | 'smtp';

const implicitPort = { imap: '993', smtp: '465' };
const usualPort = { imap: { implicit: '993', startTls: '143', none: '143' }, smtp: { implicit: '465', startTls: '587', none: '25' } };

export const portFor = (protocol: Protocol, security: Draft['security']) => usualPort[protocol][security];

/** An account as it stands, or an empty one with the channel's address as user. Secrets are never known here. */
export const draftOf = (protocol: Protocol, account: AccountView | null, address: string | null): Draft => ({
  service: '',
  host: account?.host ?? '',
  port: account ? String(account.port) : implicitPort[protocol],
  security: account?.security ?? 'implicit',
  user: account?.user ?? address ?? '',
  password: '',
  signIn: account?.oauth ? 'oauth' : 'password',
  tokenUrl: account?.oauth?.tokenUrl ?? '',
  clientId: account?.oauth?.clientId ?? '',
  clientSecret: '',
  refreshToken: '',
  scope: account?.oauth?.scope ?? '',
  fingerprint: account?.fingerprint ?? '',
});

/** With what a service is known to want. */
export function withService(protocol: Protocol, draft: Draft, key: string): Draft {
  const service = services.find((one) => one.key === key);
  return service ? { ...draft, service: key, host: service[protocol], port: implicitPort[protocol], security: 'implicit', signIn: 'password', fingerprint: '' } : { ...draft, service: key };
}

/** What the server is told; an empty secret is left as it was. */
export const changeOf = (draft: Draft): AccountChange => ({
  host: draft.host,
  port: Number(draft.port) || null,
  security: draft.security,
  user: draft.user,
  password: draft.signIn === 'password' ? draft.password || null : null,
  oauth:
    draft.signIn === 'oauth'
      ? { tokenUrl: draft.tokenUrl, clientId: draft.clientId, clientSecret: draft.clientSecret || null, refreshToken: draft.refreshToken || null, scope: draft.scope || null }
      : null,
  fingerprint: draft.fingerprint || null,
});
