/** A refusal the server explains: problem details with a stable code. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly errors: Record<string, string>;
  readonly extra: Record<string, unknown>;
  /** After how many seconds it may be tried again, where the server says so. */
  readonly retryAfter: number | null;

  constructor(status: number, body: Record<string, unknown>, retryAfter: number | null = null) {
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    super(text(body.title) ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = text(body.code) ?? `http-${status}`;
    this.detail = text(body.detail);
    this.errors = typeof body.errors === 'object' && body.errors !== null ? (body.errors as Record<string, string>) : {};
    this.extra = body;
    this.retryAfter = retryAfter;
  }
}

/** The server did not answer: the request may or may not have arrived. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable');
    this.name = 'Unreachable';
  }
}

export const hasCode = (error: unknown, code: string): error is Problem => error instanceof Problem && error.code === code;
