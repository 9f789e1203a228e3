import type * as Msal from '@azure/msal-browser';
import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { Unreachable } from './problem';
import type { EntraWay } from './schema';
import { session } from './session';

/** A token of Entra ID, and until when it serves (ms). */
export interface EntraToken {
  token: string;
  until: number;
}

/** Nothing but a sign-in at Microsoft helps. `fresh`: this tab has never had one, so that nothing here can be lost by going. */
export class SignInNeeded extends Error {
  constructor(readonly fresh: boolean) {
    super('sign-in-needed');
    this.name = 'SignInNeeded';
  }
}

interface Opened {
  msal: typeof Msal;
  app: IPublicClientApplication;
  /** What Microsoft sent this page with, null if it did not. */
  answer: Promise<AuthenticationResult | null>;
}

const offline = new Set(['no_network_connectivity', 'post_request_failed', 'get_request_failed', 'network_error', 'endpoints_resolution_error', 'openid_config_error']);

let opened: Promise<Opened> | null = null;

/** Loads Microsoft's library; a desk without Entra ID never does. */
const open = (way: EntraWay) => {
  opened ??= load(way).catch(() => {
    opened = null;
    throw new Unreachable();
  });
  return opened;
};

async function load(way: EntraWay): Promise<Opened> {
  const msal = await import('@azure/msal-browser');
  const app = new msal.PublicClientApplication({
    auth: { clientId: way.client, authority: way.authority, redirectUri: `${location.origin}/` },
    cache: { cacheLocation: msal.BrowserCacheLocation.SessionStorage },
  });
  await app.initialize();
  const answer = app.handleRedirectPromise({ navigateToLoginRequestUrl: false });
  await answer.catch(() => null);
  // Whoever signs out, here or in another tab, leaves nothing behind.
  session.subscribe(() => {
    if (!session.get()) void app.clearCache();
  });
  return { msal, app, answer };
}

const said = ({ accessToken, expiresOn }: AuthenticationResult): EntraToken => ({ token: accessToken, until: expiresOn?.getTime() ?? 0 });

const codeOf = (error: unknown) => (error instanceof Error && 'errorCode' in error ? String(error.errorCode) : '');

/** Whether this page was opened by Microsoft's answer to a sign-in. To be asked before anything changes the address. */
export const cameBack = () => /[#&](code|error)=/.test(location.hash) && /[#&]state=/.test(location.hash);

/** Takes Microsoft's answer: whose account it is, its token, and the address that was wanted. Null for an answer nobody here has asked for. */
export async function arrive(way: EntraWay): Promise<(EntraToken & { account: string; wanted: string }) | null> {
  const { app, answer } = await open(way);
  const result = await answer.catch((error: unknown) => {
    throw offline.has(codeOf(error)) ? new Unreachable() : error;
  });
  if (!result) return null;
  app.setActiveAccount(result.account);
  return { ...said(result), account: result.account.username, wanted: result.state ?? '/' };
}

/** Leaves for Microsoft, to come back to the address shown now. Without a hint the person chooses the account there. */
export async function leave(way: EntraWay, hint?: string): Promise<void> {
  const { app } = await open(way);
  await app.loginRedirect({ scopes: [way.scope], state: location.pathname + location.search, ...(hint ? { loginHint: hint } : { prompt: 'select_account' }) });
}

/** A token that still serves: the one there is, or a new one, which `anew` insists on. No frame is used, since none may show the inbox. */
export async function entraToken(way: EntraWay, anew: boolean): Promise<EntraToken> {
  const { msal, app } = await open(way);
  const account = app.getActiveAccount();
  if (!account) throw new SignInNeeded(true);
  const { RefreshToken, AccessTokenAndRefreshToken } = msal.CacheLookupPolicy;
  try {
    return said(await app.acquireTokenSilent({ scopes: [way.scope], account, cacheLookupPolicy: anew ? RefreshToken : AccessTokenAndRefreshToken }));
  } catch (error) {
    throw offline.has(codeOf(error)) ? new Unreachable() : new SignInNeeded(false);
  }
}

/** Forgets an account that turned out to have no access. */
export const forget = async (way: EntraWay) => (await open(way)).app.clearCache();
