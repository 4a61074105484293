import { bitsAt, codeAt, DIGIT, NAME, SEPARATOR } from './chars';
import { wordBefore } from './context';
import { joined, name, startOf } from './name';
import { emitNetwork } from './prefix';
import { octet, quad } from './quad';
import { emit } from './sink';
import { versionWords } from './words';

/** A product token of a user agent, `Chrome/120.0.0.0` (RFC 9110, section 10.1.5), and not `host/10.0.0.1:80`. */
const product = /(?<![\w./-])[a-z]{1,24}\/$/i;

const isProduct = (text: string, start: number, end: number): boolean => {
  const word = product.exec(text.slice(Math.max(0, start - 26), start))?.[0];
  return (
    word !== undefined && codeAt(text, end) !== 58 && (/^[A-Z]/.test(word) || text.endsWith('.0.0.0', end))
  );
};

const isVersion = (text: string, start: number, end: number): boolean => {
  const before = codeAt(text, start - 1);
  if (before === 47) return isProduct(text, start, end);
  if (before === 126 || before === 94) return true;
  return start > 0 && versionWords.has(wordBefore(text, start).replace('.', ''));
};

const emitAddress = (text: string, value: string, start: number, end: number): number => {
  const next = codeAt(text, end);
  const network = next === 47 || next === 91 ? emitNetwork(text, value, start, end, 32) : 0;
  if (network > 0) return network;
  emit('ipv4', value, start, end);
  return end;
};

/**
 * Plain numbers and dots from `start`: emits the address that they are and returns where to go on. 0 when anything else
 * touches them, so that the whole name has to be read.
 */
export const readNumbers = (text: string, start: number): number => {
  const { length } = text;
  let at = start;
  let octets = 0;
  let isValid = true;
  for (;;) {
    const from = at;
    let value = 0;
    let c = 0;
    while (at < length && (c = text.charCodeAt(at) - 48) >= 0 && c < 10) {
      value = value * 10 + c;
      at++;
    }
    if (at === from || at > from + 20) return 0;
    octets++;
    if (value > 255 || at > from + 3 || (at > from + 1 && text.charCodeAt(from) === 48)) isValid = false;
    if (at >= length) break;
    c += 48;
    if (c === 46) {
      const after = at + 1 < length ? bitsAt(text, at + 1) : 0;
      if ((after & DIGIT) !== 0) {
        at++;
        continue;
      }
      if ((after & NAME) !== 0 || text.charCodeAt(at + 1) === 93 || text.charCodeAt(at + 1) === 41) return 0;
      break;
    }
    if (c >= 128) return 0;
    const kind = bitsAt(text, at);
    if ((kind & NAME) !== 0) return 0;
    if ((kind & SEPARATOR) !== 0 && (c !== 32 || (bitsAt(text, at + 1) & SEPARATOR) !== 0)) return 0;
    break;
  }
  if (octets !== 4 || !isValid) return at;
  const before = codeAt(text, start - 1);
  if ((before === 46 && (bitsAt(text, start - 2) & NAME) !== 0) || isVersion(text, start, at)) return at;
  return emitAddress(text, text.slice(start, at), start, at);
};

/** An address, alone or as the start of a range: `10.0.0.1-10.0.0.9`, `10.0.0.1-9`, `10.0.0.1->`. */
const form = new RegExp(`^(${quad})(?:-(${quad}|${octet})?)?$`);

/** Emits the address, network or range that the name read last is; where to go on, 0 when it is none. */
export const readIpv4 = (text: string): number => {
  const { labels } = name;
  const start = startOf(0);
  if ((labels !== 4 && labels !== 7) || (bitsAt(text, start) & DIGIT) === 0) return 0;
  const [, first, second = ''] = form.exec(joined(text, 0, labels - 1)) ?? [];
  if (first === undefined) return 0;
  if (codeAt(text, start - 1) === 46 && (bitsAt(text, start - 2) & NAME) !== 0) return 0;
  const end = startOf(3) + first.length - first.lastIndexOf('.') - 1;
  if (!name.defanged && isVersion(text, start, end)) return name.end;
  if (labels === 4) return emitAddress(text, first, start, end);
  emit('ipv4', first, start, end);
  return emitAddress(text, second, end + 1, name.end);
};
