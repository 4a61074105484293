import { type Consoles, startConsoles } from './consoles';
import { type Jira, startJira } from './jira';
import { startRdap } from './rdap';
import { type RequestTracker, startRequestTracker } from './request-tracker';
import type { Piece, Recorded } from './serve';
import { startSource } from './source';
import internetdb from './sources/shodan-internetdb';
import { startVirusTotal, type VirusTotal } from './virustotal';

/** The whole loopback world. */
export interface World {
  readonly consoles: Consoles;
  readonly virustotal: VirusTotal;
  readonly rdap: Piece;
  readonly internetdb: Piece;
  readonly requestTracker: RequestTracker;
  readonly jiraCloud: Jira;
  readonly jiraDatacenter: Jira;
  /** What the intelligence sources were asked about indicators, in the order of arrival; data files left aside. */
  lookups(): Recorded[];
  stop(): Promise<void>;
}

/** Starts every piece on 127.0.0.1. */
export async function startWorld(): Promise<World> {
  const [consoles, virustotal, rdap, internetDb, requestTracker, jiraCloud, jiraDatacenter] =
    await Promise.all([
      startConsoles(),
      startVirusTotal(),
      startRdap(),
      startSource(internetdb),
      startRequestTracker(),
      startJira('cloud'),
      startJira('datacenter'),
    ]);
  const pieces = {
    consoles,
    virustotal,
    rdap,
    internetdb: internetDb,
    requestTracker,
    jiraCloud,
    jiraDatacenter,
  };
  return {
    ...pieces,
    lookups: () =>
      [virustotal, internetDb, rdap]
        .flatMap(({ requests }) => requests)
        .filter(({ path, method }) => method !== 'OPTIONS' && !path.endsWith('.json'))
        .sort((a, b) => a.at - b.at),
    async stop() {
      await Promise.all(Object.values(pieces).map((piece) => piece.stop()));
    },
  };
}
