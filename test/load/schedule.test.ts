import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../lib/core/http';
import { World } from '../engine/world';
import { answer } from '../engine/sources';
import type { LabSource } from '../lab/source';
import { thousand } from './iocs';
import { atBest } from './record';
import { type Scaled, scaled, twelve } from './scaled';

/** Milliseconds that every answer takes. */
const latency = 120;

const labSource = async (id: string): Promise<LabSource> => {
  const file = (await import(pathToFileURL(resolve(`test/lab/sources/${id}.ts`)).href)) as {
    default: LabSource;
  };
  return file.default;
};

/** VirusTotal of the lab is a server of its own; here it has never seen anything. */
const virustotal: Pick<LabSource, 'settings' | 'answer'> = {
  settings: (baseUrl) => ({ key: 'k', baseUrl }),
  answer: () => ({ status: 404, body: { error: { code: 'NotFoundError', message: 'Not found' } } }),
};

/** Time stands still while the engine works: what is measured is its schedule, not this machine. */
async function idle(world: World): Promise<void> {
  for (let calm = 0; calm < 25; calm += 1) {
    await new Promise((next) => setImmediate(next));
    if (world.connections.busy) calm = 0;
  }
}

describe('a thousand IOCs over twelve sources, on a machine without limits of its own', () => {
  const world = new World();
  const sources = new Map<string, Scaled>();
  let milliseconds = 0;

  beforeAll(async () => {
    const lab = new Map<string, Pick<LabSource, 'settings' | 'answer'>>([['virustotal', virustotal]]);
    for (const id of twelve) {
      const piece = lab.get(id) ?? (await labSource(id));
      lab.set(id, piece);
      sources.set(id, scaled(id, piece.settings(`https://${id}.example`)));
    }
    world.policy = { ...world.policy, automatic: false, opsec: { ...world.policy.opsec, askReserved: true } };
    world.sources = [...sources.values()].map(({ provider, settings }) => ({
      provider,
      settings,
      version: '1',
      maxTlp: 'red',
    }));
    world.reply = (request: HttpRequest) => {
      const url = new URL(request.url);
      const headers = Object.fromEntries(new Headers(request.headers));
      const { method = 'GET', body } = request;
      const asked = { method, url, headers, body: typeof body === 'string' ? body : '' };
      const reply = lab.get(url.hostname.replace('.example', ''))?.answer(asked) ?? { status: 500 };
      const text = reply.body instanceof Uint8Array ? '' : reply.body;
      return new Promise((resolve) =>
        world.clock.after(latency, () => resolve(answer(reply.status, text, { ...reply.headers }))),
      );
    };
    const since = world.clock.time;
    const { id } = await world.engine.startBatch(thousand, 'load');
    const done = async () => (await world.engine.batch(id))?.done === thousand.length;
    for (let turn = 1; ; turn += 1) {
      await idle(world);
      if (turn % 20 === 0 && (await done())) break;
      const next = world.clock.next();
      if (next !== undefined) world.clock.to(next);
    }
    milliseconds = Math.max(...world.sent.map(({ at }) => at)) + latency - since;
  }, 600_000);

  const asked = (id: string) => world.sent.filter(({ url }) => new URL(url).hostname === `${id}.example`);

  it('takes at most a tenth longer than its budgets allow at best', () => {
    const floor = Math.max(
      ...[...sources].map(
        ([
          id,
          {
            provider: { limits, together = 4 },
          },
        ]) => atBest(asked(id).length, { limits, together, latency }),
      ),
    );
    console.log(
      `${(milliseconds / 1000).toFixed(1)} s; budgets allow ${(floor / 1000).toFixed(1)} s at best (${((100 * milliseconds) / floor - 100).toFixed(1)} % above)`,
    );
    expect(milliseconds).toBeGreaterThanOrEqual(floor);
    expect(milliseconds).toBeLessThanOrEqual(floor * 1.1);
  });

  it('fills the requests of sources that take several', () => {
    for (const [id, { provider }] of sources) {
      const { kinds, batch } = provider;
      const about = thousand.filter(({ kind }) => kinds.includes(kind)).length;
      const groups = 3;
      if (batch === undefined) expect(asked(id), id).toHaveLength(about);
      else if (batch.group === undefined)
        expect(asked(id).length, id).toBeLessThanOrEqual(Math.ceil(about / batch.size) + groups);
    }
  });
});
