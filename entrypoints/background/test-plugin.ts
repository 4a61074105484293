import browser from 'webextension-polyfill';
import { fail, ok, type Result } from '../../lib/core/failure';
import type { Ask } from '../../lib/core/http';
import type { Tracker } from '../../lib/core/plugin';
import type { Engine } from '../../lib/engine';
import type { TestState } from '../../lib/messages';
import { originPattern } from '../../lib/core/origin-pattern';
import { asked, engineDeps } from './engine-deps';
import { noSuchPlugin } from './no-such-plugin';
import { type InUse, sourcesInUse, trackersInUse } from './plugins';

/** Really calls a source or a tracker and says what it asked, what came back and what it cost. */
export async function testPlugin(engine: Engine, id: string): Promise<Result<TestState>> {
  const started = Date.now();
  const source = (await sourcesInUse()).find(({ plugin }) => plugin.id === id);
  const tracker = (await trackersInUse()).find(({ plugin }) => plugin.id === id);
  if (source !== undefined) {
    return ok({ ...(await engine.trySource(asked(source))), milliseconds: Date.now() - started });
  }
  if (tracker === undefined) return noSuchPlugin(id);
  return ok({ ...(await tryTracker(tracker)), milliseconds: Date.now() - started });
}

async function tryTracker(tracker: InUse<Tracker>): Promise<Omit<TestState, 'milliseconds'>> {
  let requests = 0;
  const ask: Ask = async (request) => {
    const pattern = originPattern(request.url);
    if (pattern === null || !(await browser.permissions.contains({ origins: [pattern] }))) {
      const where = pattern === null ? 'this address' : new URL(request.url).host;
      return fail('denied', `The browser has no permission for ${where}. Switch the tracker on to be asked.`);
    }
    requests += 1;
    return engineDeps.send(request);
  };
  const missing = tracker.plugin.missing(tracker.settings);
  if (missing !== null) return { report: fail('not-configured', missing), requests };
  const report = await tracker.plugin.test({ settings: tracker.settings, ask });
  return { report, requests };
}
