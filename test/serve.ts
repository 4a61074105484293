import { afterEach } from 'vitest';
import { listen, type Loopback, type Reply } from './loopback';

const servers: Loopback[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** A server that gives every request this answer, until the test ends. */
export async function serve(reply: Reply | ((path: string) => Reply)): Promise<Loopback> {
  const server = await listen(({ path }) => (typeof reply === 'function' ? reply(path) : reply));
  servers.push(server);
  return server;
}
