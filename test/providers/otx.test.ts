import { expect, test } from 'vitest';
import { generalSchema, pulseAnswer } from '../../lib/providers/otx/pulses';

test('who is behind it is told where a pulse or OTX names somebody, and once', () => {
  const pulses = [
    { name: 'One', adversary: '', malware_families: [{ display_name: 'Mirai' }] },
    { name: 'Two', adversary: 'Lazarus', malware_families: [] },
  ];
  const related = { other: { adversary: ['Lazarus', ''], malware_families: ['Mirai'] } };
  const answer = pulseAnswer('ipv4', generalSchema.parse({ pulse_info: { count: 2, pulses, related } }));
  expect(answer?.facts).toEqual([
    { label: 'Pulses', value: 'One, Two' },
    { label: 'Adversary', value: 'Lazarus' },
    { label: 'Malware', value: 'Mirai' },
  ]);
});

test('the twin of a hash is told, and the indicator itself is no twin', () => {
  const general = (indicator: string) =>
    generalSchema.parse({
      indicator: 'aa',
      base_indicator: { indicator },
      pulse_info: { count: 1 },
    });
  expect(pulseAnswer('md5', general('bb'))?.facts).toEqual([{ label: 'Same file', value: 'bb' }]);
  expect(pulseAnswer('md5', general('aa'))?.facts).toEqual([]);
});
