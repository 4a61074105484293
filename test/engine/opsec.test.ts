import { expect, it } from 'vitest';
import { withheld } from '../../lib/engine/opsec';
import type { Ioc } from '../../lib/ioc';

const asked = {
  name: 'One',
  discloses: { class: 'passive', words: 'Sees the IOC.' },
  maxTlp: 'red',
  domainOnly: false,
} as const;
const opsec = { tlp: 'green', internalDomains: [], internalRanges: [], askReserved: false } as const;

it("the same indicator is withheld once its range is the team's, and told again once it is not", () => {
  const ioc: Ioc = { kind: 'ipv4', value: '45.155.205.1' };
  const own = { ...opsec, internalRanges: ['45.155.0.0/16'] };
  expect(withheld(ioc, asked, opsec)).toBeNull();
  expect(withheld(ioc, asked, own)).toContain('45.155.0.0/16');
  expect(withheld(ioc, asked, opsec)).toBeNull();
});
