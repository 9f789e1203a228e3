/** A directory as Microsoft's library shows it, for tests: what it holds, and what it was asked to do. */
interface Directory {
  account: { username: string } | null;
  /** The tokens it will give, one after the other; none means that only a sign-in helps. */
  tokens: string[];
  /** What it sent this page with: a result, an error, or nothing. */
  answer: object | Error | null;
  leaves: object[];
  silent: { cacheLookupPolicy: number }[];
  cleared: number;
  until: number;
}

export const way = { authority: 'https://login.microsoftonline.com/t1', client: 'app1', scope: 'api://app1/access' };

export const directory: Directory = { account: null, tokens: [], answer: null, leaves: [], silent: [], cleared: 0, until: 0 };

export const emptyDirectory = () => Object.assign(directory, { account: null, tokens: [], answer: null, leaves: [], silent: [], cleared: 0, until: Date.now() + 3_600_000 });

const refusal = (errorCode: string) => Object.assign(new Error(errorCode), { errorCode });
const result = (accessToken: string) => ({ accessToken, expiresOn: new Date(directory.until), account: directory.account });

/** Stands in for `@azure/msal-browser`. */
export const library = {
  BrowserCacheLocation: { SessionStorage: 'sessionStorage' },
  CacheLookupPolicy: { AccessTokenAndRefreshToken: 2, RefreshToken: 3 },
  PublicClientApplication: class {
    initialize = () => Promise.resolve();
    handleRedirectPromise = () => (directory.answer instanceof Error ? Promise.reject(directory.answer) : Promise.resolve(directory.answer));
    getActiveAccount = () => directory.account;
    setActiveAccount = (account: Directory['account']) => {
      directory.account = account;
    };
    acquireTokenSilent = (request: Directory['silent'][number]) => {
      directory.silent.push(request);
      const token = directory.tokens.shift();
      return token === undefined ? Promise.reject(refusal('no_tokens_found')) : token === 'offline' ? Promise.reject(refusal('post_request_failed')) : Promise.resolve(result(token));
    };
    loginRedirect = (request: object) => {
      directory.leaves.push(request);
      return Promise.resolve();
    };
    clearCache = () => {
      directory.cleared++;
      directory.account = null;
      return Promise.resolve();
    };
  },
};
