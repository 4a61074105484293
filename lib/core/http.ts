import type { Result } from './failure';

/** A request as plain data, so that it can be checked, budgeted and tested before it is sent. */
export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is; set its Content-Type in `headers`. */
  readonly body?: string | FormData;
  /**
   * Follow redirects. Only for questions without a key: it is ignored unless the request is a GET whose only header is
   * `Accept`, because the browser carries custom headers along to other origins.
   */
  readonly follow?: true;
  /** Milliseconds; 15,000 unless told. */
  readonly timeout?: number;
  /** Bytes of body read before the answer counts as too large; 2 MiB unless told. */
  readonly maxBytes?: number;
}

/** Any answer that arrived whole, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** The body as UTF-8 text. */
  readonly text: string;
  /** The body as it came, for answers that are no text (protocol buffers). */
  readonly bytes: Uint8Array;
  /** The parsed body, or `bad-answer` when it is not JSON (an HTML login page, a cut body). */
  json(): Result<unknown>;
}

/** Sends one request. Handed to whoever may ask; nobody calls `fetch` by himself. */
export type Ask = (request: HttpRequest) => Promise<Result<HttpAnswer>>;
