import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Limit } from '../../lib/core/plugin';
import type { Piece } from '../lab/serve';
import { type LabSource, startSource } from '../lab/source';
import { startVirusTotal } from '../lab/virustotal';
import { scaled, twelve } from './scaled';

export interface Loading {
  readonly id: string;
  readonly piece: Piece;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly limits: readonly Limit[];
  /** Indicators in one request at most. */
  readonly size: number;
}

const minute = 60_000;

/** The twelve sources, each refusing what is above its budget at a hundredfold. */
export const startTwelve = (): Promise<readonly Loading[]> => Promise.all(twelve.map(start));

async function start(id: string): Promise<Loading> {
  if (id === 'virustotal') return startVirus();
  const url = pathToFileURL(resolve(`test/lab/sources/${id}.ts`)).href;
  const { default: source } = (await import(url)) as { default: LabSource };
  const running = await startSource(source);
  const { provider } = scaled(id, running.settings);
  running.limit(provider.limits);
  const size = provider.batch?.size ?? 1;
  return { id, piece: running, settings: running.settings, limits: provider.limits, size };
}

async function startVirus(): Promise<Loading> {
  const piece = await startVirusTotal();
  const settings = { key: piece.key, baseUrl: piece.url };
  const { limits } = scaled('virustotal', settings).provider;
  piece.limit({
    perMinute: limits.find(({ per }) => per === minute)?.requests ?? 0,
    total: limits.find(({ per }) => per === 'day')?.requests ?? 0,
  });
  return { id: 'virustotal', piece, settings, limits, size: 1 };
}
