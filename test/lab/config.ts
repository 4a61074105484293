import type { Configuration } from '../../lib/settings';
import type { World } from './world';

/** Settings that a plug-in keeps in the vault, by plug-in and field. They travel beside the configuration, never in it. */
export type Secrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The configuration that points every plug-in at the lab and files in its Request Tracker, with these sites switched on.
 * Documentation ranges are asked about, which nobody outside a lab wants.
 */
export function config(world: World, sites: readonly string[] = []): Partial<Configuration> {
  return {
    version: 1,
    sites: sites.map((origin) => ({ origin, on: true, mode: 'hover', frames: [], formFields: false })),
    sources: {
      // As a premium key allows; the public four a minute would make every test wait.
      virustotal: { on: true, baseUrl: world.virustotal.url, perMinute: 1000, perDay: 50_000 },
      rdap: { on: true, baseUrl: `${world.rdap.url}/rdap` },
      'shodan-internetdb': { on: true, baseUrl: world.internetdb.url },
    },
    trackers: {
      'request-tracker': { on: true, baseUrl: world.requestTracker.url, queue: world.requestTracker.queue },
    },
    investigations: { tracker: 'request-tracker', automatic: true, perHour: 10 },
    opsec: { tlp: 'green', internalDomains: ['corp.example'], internalRanges: [], askReserved: true },
  };
}

/** The keys and tokens that go with `config`. */
export const secrets = (world: World): Secrets => ({
  virustotal: { key: world.virustotal.key },
  'request-tracker': { token: world.requestTracker.token },
});

/** The match patterns that everything in the lab needs. */
export const grants = ['http://127.0.0.1/*'];
