import { createHash } from 'node:crypto';
import { PbfWriter } from 'pbf';

/** SHA-256 of an expression ("badhost.test/"). */
export const hashOf = (expression: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(expression).digest());

interface Match {
  readonly hash: Uint8Array;
  readonly threat: number;
  readonly attributes?: readonly number[];
}

/** A `SearchHashesResponse` (developers.google.com/safe-browsing/reference/rest/v5/hashes/search) in protocol buffers. */
export function searchAnswer(matches: readonly Match[], seconds = 300): Uint8Array {
  const pbf = new PbfWriter();
  for (const { hash, threat, attributes = [] } of matches) {
    pbf.writeMessage(
      1,
      (_, full) => {
        full.writeBytesField(1, hash);
        full.writeMessage(
          2,
          (_, detail) => {
            detail.writeVarintField(1, threat);
            if (attributes.length > 0) detail.writePackedVarint(2, [...attributes]);
          },
          null,
        );
      },
      null,
    );
  }
  pbf.writeMessage(2, (_, duration) => duration.writeVarintField(1, seconds), null);
  return pbf.finish();
}
