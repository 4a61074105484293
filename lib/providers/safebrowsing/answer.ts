import { PbfReader } from 'pbf';
import { fail, ok, type Result } from '../../core/failure';
import type { HttpAnswer } from '../../core/http';

export interface FullHash {
  /** 32 bytes. */
  readonly hash: Uint8Array;
  /** 1 malware, 2 social engineering, 3 unwanted software, 4 potentially harmful application. */
  readonly threats: readonly number[];
}

/** An answer, and how long it may be kept. */
export interface Found {
  readonly hashes: readonly FullHash[];
  readonly seconds: number;
}

const undocumented = (who: string) =>
  fail('bad-answer', `${who} answered in a shape that is not documented. Check the address, then try again.`);

/**
 * The full hashes of a `SearchHashesResponse`: 1 is a `FullHash` {1: hash, 2: detail {1: threat, 2: attributes}}, 2 the
 * cache duration {1: seconds}, which every answer has. A detail with an attribute (canary, frames only) or an unknown
 * threat must not be acted on, says the reference, and is left out.
 */
export function decode(answer: HttpAnswer, who: string): Result<Found> {
  const hashes: FullHash[] = [];
  let seconds: number | null = null;
  const { bytes } = answer;
  try {
    const reader = new PbfReader(bytes);
    reader.readFields((field) => {
      if (field === 1) hashes.push(readHash(reader, bytes.length));
      if (field === 2) seconds = readSeconds(reader);
    }, null);
    if (reader.pos !== bytes.length) return undocumented(who);
  } catch {
    return undocumented(who);
  }
  return seconds === null ? undocumented(who) : ok({ hashes, seconds });
}

/** A `google.protobuf.Duration`; none of it is zero. */
function readSeconds(reader: PbfReader): number {
  let seconds = 0;
  reader.readMessage((field) => {
    if (field === 1) seconds = reader.readVarint(true);
  }, null);
  return Math.max(0, seconds);
}

/** Fields that are not read are skipped by the reader. Lengths are checked here: the reader believes them. */
function readHash(reader: PbfReader, length: number): FullHash {
  const one: { hash?: Uint8Array; threats: number[] } = { threats: [] };
  reader.readMessage((field) => {
    if (field === 1) one.hash = reader.readBytes();
    else if (field === 2) {
      const detail = { threat: 0, attributes: 0 };
      reader.readMessage((inner) => {
        if (inner === 1) detail.threat = reader.readVarint();
        // One after another or packed in one: any attribute will do.
        else if (inner === 2) detail.attributes += 1;
      }, null);
      const known = detail.threat >= 1 && detail.threat <= 4;
      if (known && detail.attributes === 0) one.threats.push(detail.threat);
    }
  }, null);
  if (one.hash?.length !== 32 || reader.pos > length) throw new RangeError('not a full hash');
  return { hash: one.hash, threats: one.threats };
}
