import type { Place } from './shared';

export interface ChatFile {
  name: string;
  size: number;
  url: string;
}

export interface Message {
  id: string;
  mine: boolean;
  from: string | null;
  /** Where the agent's picture is. */
  picture: string | null;
  text: string;
  at: string;
  files: ChatFile[];
  read: boolean;
}

export interface Page {
  items: Message[];
  place: string;
  seen: boolean;
  email: string | null;
  token: string | null;
}

/** A refusal of the desk; its sentence is the visitor's. Without a status the desk was not reached. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    readonly after = 0,
  ) {
    super(sentence);
  }
}

/** The desk's doors of one chat. */
export function desk({ api, channel, config }: Place, token: () => string | null) {
  const at = (what: string, query = '') => `${api}/api/chat/${encodeURIComponent(channel)}/${what}?lang=${config.language}${query}`;
  const refused = (status: number, body: string, after: string | null) => {
    let said: { code?: string; title?: string } = {};
    try {
      said = JSON.parse(body) as typeof said;
    } catch {
      // a proxy's page
    }
    return new Refusal(status >= 500 ? 0 : status, said.code ?? '', said.title ?? config.texts.failed ?? '', Number(after ?? 0));
  };
  const ask = async <T>(method: string, what: string, body?: unknown, query = ''): Promise<T> => {
    const bearer = token();
    const answer = await fetch(at(what, query), {
      method,
      credentials: 'omit',
      headers: { ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch(() => {
      throw new Refusal(0, '', config.texts.waiting ?? '');
    });
    const text = await answer.text();
    if (!answer.ok) throw refused(answer.status, text, answer.headers.get('Retry-After'));
    return (text ? JSON.parse(text) : undefined) as T;
  };
  return {
    begin: (writing: object) => ask<{ id: string; token: string }>('POST', 'conversations', writing),
    say: (writing: object) => ask<{ id: string; token: string | null }>('POST', 'messages', writing),
    hear: (after: string) => ask<Page>('GET', 'messages', undefined, `&after=${encodeURIComponent(after)}`),
    typing: () => ask('POST', 'typing').catch(() => undefined),
    read: (place: string, seen: boolean) => ask('POST', 'read', { place, seen }).catch(() => undefined),
    contact: (name: string, email: string) => ask('POST', 'contact', { name, email }),
    negotiate: () => ask<{ url: string; accessToken: string }>('POST', 'negotiate'),
    link: (file: ChatFile) => new URL(file.url, api).href,
    send: (file: File, id: string, progress: (part: number) => void) =>
      new Promise<void>((done, failed) => {
        const request = new XMLHttpRequest();
        request.open('POST', at('files', `&id=${id}&name=${encodeURIComponent(file.name)}`));
        request.setRequestHeader('Authorization', `Bearer ${token() ?? ''}`);
        request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
        request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
        request.onload = () => (request.status < 300 ? done() : failed(refused(request.status, request.responseText, request.getResponseHeader('Retry-After'))));
        request.onerror = () => failed(new Refusal(0, '', config.texts.waiting ?? ''));
        request.send(file);
      }),
  };
}
