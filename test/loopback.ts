import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a loopback server answers one request. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Ends the connection after half of the body, against the announced length. */
  readonly cut?: boolean;
  /** Never answers. */
  readonly silent?: boolean;
}

export interface Asked {
  readonly method: string;
  /** Path and query as they arrived, still encoded. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Loopback {
  readonly url: string;
  readonly asked: Asked[];
  stop(): Promise<void>;
}

/** A server on 127.0.0.1 and a port of the system's choice, that records what it is asked. */
export async function listen(answer: (asked: Asked) => Reply): Promise<Loopback> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const part of request) body += String(part);
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      asked.push(one);
      give(response, answer(one));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function give(response: ServerResponse, reply: Reply): void {
  if (reply.silent) return;
  const body = Buffer.from(reply.body ?? '');
  response.writeHead(reply.status ?? 200, { 'Content-Length': body.length, ...reply.headers });
  if (!reply.cut) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)));
  setTimeout(() => response.destroy(), 20);
}
