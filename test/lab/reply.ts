import type { ServerResponse } from 'node:http';

/** A request as a piece of the lab sees it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer. Text and bytes are sent as they are, all else as JSON. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends an answer whole. */
export function write(response: ServerResponse, { status, headers = {}, body }: Reply): number {
  const text = bodyOf(body);
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, {
    ...(text === '' ? {} : { 'Content-Type': type }),
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(text);
  return status;
}

export const bodyOf = (body: unknown): string | Uint8Array =>
  body instanceof Uint8Array
    ? body
    : body === undefined
      ? ''
      : typeof body === 'string'
        ? body
        : JSON.stringify(body);
