import { expect, test } from 'vitest';
import { largestFile, readFile } from '../../lib/ui/panel/read-file';

const never = new AbortController().signal;
const read = (parts: BlobPart[], name = 'proxy.log') => readFile(new File(parts, name), () => {}, never);
const lines = async (parts: BlobPart[]) => {
  const result = await read(parts);
  return result.ok ? result.value.split('\n') : result.failure.code;
};

test('every indicator of a log is found once, as it is written there', async () => {
  const log = '10:00 deny 203.0.113.77\n10:01 deny 203.0.113.77 via cdn-sync[.]badhost[.]com\n';
  expect(await lines([log])).toEqual(['203.0.113.77', 'cdn-sync[.]badhost[.]com']);
});

test('an indicator that lies across two slices is found whole', async () => {
  const filler = `${'x'.repeat(99)}\n`.repeat(10_485);
  const log = `${filler}${'y'.repeat((1 << 20) - filler.length - 6)} 198.51.100.61 z\n`;
  expect(await lines([log])).toEqual(['198.51.100.61']);
});

test('a multi-byte character across two slices breaks nothing', async () => {
  const log = `${'a'.repeat((1 << 20) - 1)}ü 203.0.113.9\n`;
  expect(await lines([log])).toEqual(['203.0.113.9']);
});

test('progress ends at the size of the file', async () => {
  const seen: number[] = [];
  const file = new File(['a 203.0.113.9\n'.repeat(200_000)], 'x.log');
  await readFile(file, ({ read }) => seen.push(read), never);
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toBe(file.size);
});

test('a Windows export in UTF-16 is text', async () => {
  const text = '\uFEFFsource 203.0.113.77\r\n';
  const bytes = new Uint8Array(new Uint16Array([...text].map((each) => each.charCodeAt(0))).buffer);
  expect(await lines([bytes])).toEqual(['203.0.113.77']);
});

test('a binary file, an empty one and one without indicators each say so', async () => {
  expect(await lines([new Uint8Array([0x4d, 0x5a, 0, 0, 1, 2])])).toBe('rejected');
  expect(await lines([''])).toBe('missing');
  expect(await lines(['nothing to see here\n'])).toBe('missing');
});

test('a file that is too large is refused before it is read, with both sizes', async () => {
  const file = new File(['x'], 'huge.log');
  Object.defineProperty(file, 'size', { value: largestFile + 1_000_000 });
  const result = await readFile(file, () => {}, never);
  expect(result).toMatchObject({ ok: false, failure: { code: 'too-large' } });
  expect(result.ok ? '' : result.failure.message).toContain('201 MB');
});

test('a cancelled reading asks nothing', async () => {
  const stop = new AbortController();
  stop.abort();
  const result = await readFile(new File(['203.0.113.9'], 'x.log'), () => {}, stop.signal);
  expect(result).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
});
