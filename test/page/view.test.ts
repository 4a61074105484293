import { describe, expect, it } from 'vitest';
import type { Ioc } from '../../lib/ioc';
import type { Send } from '../../lib/messages';
import { Entry } from '../../lib/page/indicators';
import { View } from '../../lib/page/view';

describe('what is on screen, in mode auto', () => {
  it('is told once, and what was told long ago is forgotten', () => {
    const told: string[] = [];
    const send = ((_: string, { iocs }: { iocs: readonly Ioc[] }) => {
      told.push(...iocs.map(({ value }) => value));
      return Promise.resolve({ ok: true, value: null });
    }) as unknown as Send;
    const view = new View({} as never, {} as never, send, 'auto');
    const entry = (at: number) => new Entry('ipv4', `10.0.${at >> 8}.${at & 255}`);
    for (let at = 0; at < 7_000; at += 1) view.tell([entry(at), entry(at)]);
    expect(told).toHaveLength(7_000);
    view.tell([entry(6_999), entry(3_000)]);
    expect(told).toHaveLength(7_000);
    view.tell([entry(0)]);
    expect(told.at(-1)).toBe('10.0.0.0');
    expect(told).toHaveLength(7_001);
  });
});
