import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail, ok } from '../../lib/core/failure';
import type { Send } from '../../lib/messages';
import { partsOf, sendList } from '../../lib/ui/options/send-list';

test('parts are the text again, none is too long, and lines stay whole where they can', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', 'é') });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (text, most) => {
      const parts = partsOf(text, most);
      expect(parts.join('')).toBe(text);
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(most);
      for (const part of parts.slice(0, -1)) if (part.includes('\n')) expect(part.endsWith('\n')).toBe(true);
    }),
  );
});

/** A background that notes what it is told, and fails at one message. */
function background(failing = '') {
  const told: [name: string, request: unknown][] = [];
  const send = ((name, request) => {
    told.push([name, request]);
    if (name === failing) return Promise.resolve(fail('offline', 'Sightline was restarted. Try again.'));
    return Promise.resolve(ok({}));
  }) as Send;
  return { told, send };
}

test('a short list goes as one message', async () => {
  const { told, send } = background();
  await sendList(send, { name: 'Block', text: '192.0.2.1', level: 'malicious' });
  expect(told).toEqual([['list.import', { name: 'Block', text: '192.0.2.1', level: 'malicious', parts: 0 }]]);
});

test('a long one goes in parts, the last with the order to import, and says how far it is', async () => {
  const { told, send } = background();
  const shares: number[] = [];
  const text = `${'x'.repeat(999_999)}\n`.repeat(40);
  await sendList(send, { name: 'Block', text, level: 'malicious' }, (share) => shares.push(share));
  const requests = told.map(([, request]) => request) as { name: string; text: string; parts?: number }[];
  expect(told.map(([name]) => name)).toEqual(['scratch.set', 'scratch.set', 'list.import']);
  expect(requests.map(({ name, parts }) => [name, parts])).toEqual([
    ['list part 0', undefined],
    ['list part 1', undefined],
    ['Block', 2],
  ]);
  expect(requests.map(({ text }) => text).join('') === text).toBe(true);
  expect(shares).toEqual([1 / 3, 2 / 3]);
});

test('a part that cannot be kept ends it', async () => {
  const { told, send } = background('scratch.set');
  const reply = await sendList(send, { name: 'Block', text: '\n'.repeat(17_000_000), level: 'malicious' });
  expect(reply).toMatchObject({ ok: false, failure: { code: 'offline' } });
  expect(told).toHaveLength(1);
});
