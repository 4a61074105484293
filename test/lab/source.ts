import type { Limit } from '../../lib/core/plugin';
import type { Asked, Reply } from './reply';
import { type Piece, serve } from './serve';

/** An intelligence source of the lab: answers as documented, and refuses what the real one refuses. */
export interface LabSource {
  /** The id of the plug-in that asks it. */
  readonly id: string;
  /** The plug-in's settings that point at it, key included. */
  settings(url: string): Record<string, unknown>;
  /** A wrong address, method, header, encoding or key is answered with the source's own error. */
  answer(asked: Asked): Reply;
  /** The source's own words for a spent quota; `seconds` until there is room. */
  limited(seconds: number): Reply;
}

/** A source that runs, with a quota of its own. */
export interface RunningSource extends Piece {
  readonly settings: Record<string, unknown>;
  /** Answers more than this with "limited"; a `day` or `month` is counted from now on and never ends. */
  limit(limits: readonly Limit[]): void;
}

const lengthOf = ({ per }: Limit): number => (typeof per === 'number' ? per : Infinity);

/** Starts a source on 127.0.0.1, without a quota. */
export async function startSource(source: LabSource): Promise<RunningSource> {
  const served: number[] = [];
  let limits: readonly Limit[] = [];

  /** Milliseconds until every limit has room; 0 when all have. */
  const wait = (now: number): number =>
    Math.max(
      0,
      ...limits.map((limit) => {
        const first = served.at(-limit.requests);
        return first === undefined ? 0 : first + lengthOf(limit) - now;
      }),
    );
  const piece = await serve(source.id, (asked) => {
    const now = Date.now();
    const left = wait(now);
    if (left > 0) return source.limited(Math.ceil(Math.min(left, 86_400_000) / 1000));
    const reply = source.answer(asked);
    if (reply.status !== 401 && reply.status !== 403) served.push(now);
    return reply;
  });
  return {
    ...piece,
    settings: source.settings(piece.url),
    limit(next) {
      limits = next;
      served.length = 0;
    },
  };
}
