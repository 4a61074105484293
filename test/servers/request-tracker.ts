import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const packages = ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone'];
const server = '/usr/share/request-tracker5/libexec/rt-server';
const setup = '/usr/sbin/rt-setup-database-5';

export interface RequestTracker {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** A user's token that may create, read and comment in both queues. */
  readonly token: string;
  /** A token that may see the queue and nothing else. */
  readonly readOnlyToken: string;
  /** A token that may create tickets and see the custom fields, but not set them. */
  readonly fieldlessToken: string;
  /** For the web pages. */
  readonly login: { readonly user: string; readonly password: string };
  /** Has the custom fields "IOC" and "External ID". */
  readonly queue: 'Investigations';
  /** Has no custom field. */
  readonly plainQueue: 'Plain';
  stop(): Promise<void>;
}

/**
 * Runs a command until standard input closes, which it also does when the test that holds it dies; then ends the whole
 * group and removes the folder (`$0`).
 */
const untilAlone = '"$@" & cat > /dev/null; trap "" TERM; kill 0; wait; rm -rf "$0"';

/** Can a Request Tracker be started here: is it installed, or can it be? */
const canStart = (): boolean =>
  existsSync(server) || (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'));

/**
 * Starts Request Tracker 5 from Debian's packages (installed when missing) on 127.0.0.1 and a free port, with an SQLite
 * database in a temporary folder. Takes about 15 seconds.
 */
export async function startRequestTracker(): Promise<RequestTracker> {
  install();
  const folder = mkdtempSync(join(tmpdir(), 'sightline-rt-'));
  const port = await freePort();
  const env = configure(folder, port);
  execFileSync(setup, ['--action', 'init', '--skip-create'], {
    env,
    input: 'yes\n',
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const world = join(import.meta.dirname, 'request-tracker-world.pl');
  const said = execFileSync('perl', ['-I/usr/share/request-tracker5/lib', world], { env, encoding: 'utf8' });
  const [token = '', readOnlyToken = '', fieldlessToken = ''] = said.trim().split('\n').slice(-3);

  const log = openSync(join(folder, 'server.log'), 'w');
  const child = spawn(
    'sh',
    ['-c', untilAlone, folder, server, '--host', '127.0.0.1', '--port', String(port)],
    {
      env,
      // A group of its own, so that stopping it stops its workers and nothing else.
      detached: true,
      stdio: ['pipe', log, log],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const tracker: RequestTracker = {
    url: `http://127.0.0.1:${port}`,
    token,
    readOnlyToken,
    fieldlessToken,
    login: { user: 'root', password: 'password' },
    queue: 'Investigations',
    plainQueue: 'Plain',
    async stop() {
      child.stdin?.end();
      await ended;
    },
  };
  await ready(tracker, () => readFileSync(join(folder, 'server.log'), 'utf8'));
  return tracker;
}

function install(): void {
  if (existsSync(server) && existsSync(setup)) return;
  if (!canStart()) throw new Error(`Install ${packages.join(', ')} (Debian 12), then start again.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: 'ignore',
  });
}

function configure(folder: string, port: number): NodeJS.ProcessEnv {
  const config = join(folder, 'RT_SiteConfig.pm');
  const none = join(folder, 'none');
  mkdirSync(none);
  const settings = {
    rtname: 'soc.example',
    Organization: 'soc.example',
    DatabaseType: 'SQLite',
    DatabaseName: join(folder, 'rtdb'),
    WebPath: '',
    WebDomain: '127.0.0.1',
    WebPort: port,
    MailCommand: 'testfile',
    LogToSTDERR: 'warning',
  };
  const lines = Object.entries(settings).map(([name, value]) => `Set($${name}, '${value}');`);
  writeFileSync(config, `${lines.join('\n')}\n1;\n`);
  return { ...process.env, RT_SITE_CONFIG: config, RT_SITE_CONFIG_DIR: none };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function ready(tracker: RequestTracker, diagnosis: () => string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const headers = { Authorization: `token ${tracker.token}` };
    const answer = await fetch(`${tracker.url}/REST/2.0/rt`, { headers }).catch(() => null);
    if (answer?.ok) return;
    await sleep(500);
  }
  const why = diagnosis();
  await tracker.stop();
  throw new Error(`Request Tracker did not come up: ${why}`);
}
