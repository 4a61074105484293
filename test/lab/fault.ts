import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Asked, bodyOf, type Reply, write } from './reply';

/** A way to fail. `when` picks requests; `times` ends it after so many of them. */
export type Fault = {
  readonly when?: (asked: Asked) => boolean;
  readonly times?: number;
} & (
  | { readonly how: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Right, but late. */
  | { readonly how: 'delay'; readonly milliseconds: number }
  /** The first half of the body, then the connection ends. */
  | { readonly how: 'cut' }
  /** 200 and a login page, as proxies and single sign-on do. */
  | { readonly how: 'html' }
  /** 200 and JSON without end, up to so many bytes. */
  | { readonly how: 'oversize'; readonly bytes: number }
  | { readonly how: 'redirect'; readonly to: string }
  /** The connection ends before anything was done. */
  | { readonly how: 'drop' }
  /** Everything is done as asked, then the connection ends: the answer is lost. */
  | { readonly how: 'lost' }
  /** Everything is done as asked, but the gateway in between gave up waiting and answers 504. */
  | { readonly how: 'gateway' }
);

/** Answers wrongly. Returns the status that was sent, null for none. */
export async function misbehave(
  fault: Fault,
  reply: () => Promise<Reply>,
  response: ServerResponse,
): Promise<number | null> {
  switch (fault.how) {
    case 'status':
      return write(response, { status: fault.status, headers: fault.headers ?? {} });
    case 'delay': {
      await wait(fault.milliseconds);
      return write(response, await reply());
    }
    case 'cut':
      return cut(response, await reply());
    case 'html':
      return write(response, {
        status: 200,
        body: '<!doctype html><title>Sign in</title><p>Please sign in.',
      });
    case 'oversize':
      return flood(response, fault.bytes);
    case 'redirect':
      return write(response, { status: 302, headers: { Location: fault.to } });
    case 'drop':
      response.destroy();
      return null;
    case 'lost':
      await reply();
      response.destroy();
      return null;
    case 'gateway':
      await reply();
      return write(response, { status: 504, body: '<!doctype html><title>504 Gateway Time-out</title>' });
  }
}

function cut(response: ServerResponse, { status, headers = {}, body }: Reply): number {
  const text = bodyOf(body);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(text)),
    ...headers,
  });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
  return status;
}

/** The client has read what was sent, or has gone. */
const drained = (response: ServerResponse) =>
  new Promise<void>((next) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      next();
    };
    response.on('drain', done).on('close', done);
  });

async function flood(response: ServerResponse, bytes: number): Promise<number> {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write('{"data":"');
  const block = 'x'.repeat(64 * 1024);
  for (let sent = 0; sent < bytes && !response.destroyed; sent += block.length) {
    if (!response.write(block)) await drained(response);
  }
  response.end('"}');
  return 200;
}
