import { bearer, renew } from './bearer';
import { apiUrl } from './place';
import { Problem, Unreachable } from './problem';
import { session } from './session';
import { createStore } from './store';

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

interface Options {
  query?: Query;
  json?: unknown;
  body?: Blob | string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Told how much of the body has left, from 0 to 1. */
  onProgress?: (share: number) => void;
  /** Sent without the session, and a 401 is an answer rather than the end of it. */
  open?: boolean;
}

/** False from the first request the server leaves unanswered until the next one it answers. */
export const reachable = createStore(true);

const gone = new Set([502, 503, 504]);

const address = (path: string, query: Query = {}) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (Array.isArray(value)) for (const one of value as readonly string[]) search.append(name, one);
    else if (value != null && value !== '') search.set(name, String(value));
  const text = search.toString();
  return apiUrl(text ? `${path}?${text}` : path);
};

async function refusal(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}));
  const after = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new Problem(response.status, typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}, Number.isFinite(after) ? after : null);
}

/** A request whose body is watched on its way, which `fetch` cannot do. */
const watched = (url: string, { method = 'GET', headers, body, signal }: RequestInit, onProgress: (share: number) => void) =>
  new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = 'blob';
    for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(new Response(request.status === 204 ? null : (request.response as Blob), { status: request.status }));
    request.onerror = request.onabort = () => reject(new TypeError('Failed to fetch'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body as XMLHttpRequestBodyInit);
  });

/** One request. Waits for a new sign-in when the session has ended and its token cannot be renewed, then goes on where it was. */
export async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  for (let renewed = false; ; ) {
    const token = options.open ? null : await bearer();
    const init: RequestInit = {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(options.json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      body: options.json === undefined ? options.body : JSON.stringify(options.json),
      signal: options.signal,
    };
    const url = address(path, options.query);
    const response = await (options.onProgress ? watched(url, init, options.onProgress) : fetch(url, init)).catch((error: unknown) => {
      if (options.signal?.aborted) throw error;
      reachable.set(false);
      throw new Unreachable();
    });
    if (gone.has(response.status)) {
      reachable.set(false);
      throw new Unreachable();
    }
    reachable.set(true);
    if (response.status === 401 && token) {
      renewed = !renewed && (await renew(token));
      if (!renewed) await session.renewed(token);
      continue;
    }
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

const json = async <T>(method: string, path: string, options?: Options) => {
  const response = await send(method, path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
};

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => json<T>('GET', path, { query, signal }),
  /** Asked without the session; `token` speaks for somebody who has none yet. */
  open: <T>(path: string, token?: string) => json<T>('GET', path, { open: true, headers: token ? { Authorization: `Bearer ${token}` } : {} }),
  post: <T>(path: string, body?: unknown, options?: Options) => json<T>('POST', path, { ...options, json: body }),
  put: <T>(path: string, body: unknown, options?: Options) => json<T>('PUT', path, { ...options, json: body }),
  delete: <T>(path: string) => json<T>('DELETE', path),
};

/** The path of one thing: parts are escaped. */
export const at = (...parts: string[]) => `/api/${parts.map(encodeURIComponent).join('/')}`;
