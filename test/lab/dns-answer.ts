/** The question of a DNS query in base64url, or null where it is no query for one name's address. */
export function askedName(encoded: string): { readonly name: string; readonly question: Buffer } | null {
  const bytes = Buffer.from(encoded, 'base64url');
  if (!/^[\w-]+$/.test(encoded) || bytes.length < 17) return null;
  if (bytes.readUInt32BE(0) !== 0x0000_0100 || bytes.readUInt16BE(4) !== 1) return null;
  const labels: string[] = [];
  let at = 12;
  for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) {
    labels.push(bytes.subarray(at + 1, at + 1 + length).toString('latin1'));
    at += length + 1;
  }
  const question = bytes.subarray(12);
  return question.length === at - 12 + 5 ? { name: labels.join('.'), question } : null;
}

/** The question section for the address of a name. */
export const questionFor = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label, 'latin1')])),
    Buffer.from([0, 0, 1, 0, 1]),
  ]);

interface Told {
  readonly code: number;
  /** With one A record, which leads to 192.0.2.1. */
  readonly address?: boolean;
  /** With the zone's SOA record in the authority section. */
  readonly authority?: boolean;
}

const record = (type: number, data: readonly number[]): number[] => [
  0xc0,
  12,
  0,
  type,
  0,
  1,
  0,
  0,
  0,
  60,
  0,
  data.length,
  ...data,
];

/** A DNS message (RFC 1035, 4.1) that answers the question. */
export const dnsAnswer = (question: Buffer, { code, address = false, authority = false }: Told): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0x81, 0x80 | code, 0, 1, 0, Number(address), 0, Number(authority), 0, 0]),
    question,
    Buffer.from(address ? record(1, [192, 0, 2, 1]) : []),
    // An SOA of two root names and five numbers.
    Buffer.from(
      authority
        ? record(
            6,
            Array.from({ length: 22 }, () => 0),
          )
        : [],
    ),
  ]);
