import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, misbehave } from './fault';
import { type Asked, type Reply, write } from './reply';

/** One request that arrived. Nothing in it is a secret. */
export interface Recorded {
  readonly at: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What was answered; null where the connection ended without an answer. */
  readonly status: number | null;
}

/** One server of the lab. */
export interface Piece {
  readonly name: string;
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Every request, in the order of arrival. */
  readonly requests: readonly Recorded[];
  /** From now on requests end this way, until `heal` or `fault.times` of them. */
  fail(fault: Fault): void;
  heal(): void;
  stop(): Promise<void>;
}

/** Starts one server on 127.0.0.1, on a port that the system chooses. */
export async function serve(name: string, answer: (asked: Asked) => Reply | Promise<Reply>): Promise<Piece> {
  const requests: Recorded[] = [];
  let fault: Fault | null = null;
  let left = 0;

  /** The fault for this request, if one is due. */
  const due = (asked: Asked): Fault | null => {
    if (fault === null || left === 0 || fault.when?.(asked) === false) return null;
    left -= 1;
    return fault;
  };

  const server = createServer((request, response) => {
    void take(request, response);
  });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request);
    const row = requests.push(recorded(asked)) - 1;
    const keep = (status: number | null) => {
      requests[row] = { ...recorded(asked), at: requests[row]?.at ?? Date.now(), status };
    };
    const now = due(asked);
    const reply = async () => answer(asked);
    try {
      if (now) keep(await misbehave(now, reply, response));
      else keep(write(response, await reply()));
    } catch (error) {
      keep(write(response, { status: 500, body: `The lab itself failed: ${String(error)}` }));
    }
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    fail(next) {
      fault = next;
      left = next.times ?? Infinity;
    },
    heal() {
      fault = null;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `http://${headers['host'] ?? '127.0.0.1'}`),
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

const secret = /authorization|key|token|cookie/;

const recorded = ({ method, url, headers, body }: Asked): Recorded => ({
  at: Date.now(),
  method,
  path: url.pathname + url.search.replace(/([?&]key=)[^&]*/, '$1redacted'),
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, secret.test(name) ? 'redacted' : value]),
  ),
  body,
  status: null,
});
