import { describe, expect, it } from 'vitest';
import { evidenceTime } from '../../lib/core/evidence-time';

const at = Date.UTC(2024, 1, 9, 13, 43, 18);

describe('the time of evidence', () => {
  it.each([
    ['2024-02-09 13:43:18 UTC', at],
    ['2024-02-09 13:43:18', at],
    ['2024-02-09T13:43:18.000Z', at],
    ['2024-02-09T15:43:18+02:00', at],
    ['2024-02-09', Date.UTC(2024, 1, 9)],
    [at / 1000, at],
  ])('is read from %s', (told, asOf) => {
    expect(evidenceTime('domain', told)).toEqual({ asOf });
  });
  it.each([
    null,
    undefined,
    '',
    'yesterday',
    '2024-13-45',
    '2024-02-09 13:43:18 XYZ',
    '1970-01-01T00:00:00.000Z',
    0,
  ])('is unknown for %s', (told) => {
    expect(evidenceTime('ipv4', told)).toEqual({});
  });
  it('is the first that can be read', () => {
    expect(evidenceTime('url', null, 'never', '2024-02-09', '2020-01-01')).toEqual({
      asOf: Date.UTC(2024, 1, 9),
    });
  });
  it('does not matter for a file or a CVE: they stay what they were', () => {
    expect(evidenceTime('sha256', '2001-01-01')).toEqual({});
    expect(evidenceTime('cve', '2001-01-01')).toEqual({});
  });
});
