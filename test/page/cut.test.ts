import { describe, expect, it } from 'vitest';
import { find } from '../../lib/ioc';
import { isCutOff } from '../../lib/page/cut';

/** What is left to be marked in a text. */
const kept = (text: string): readonly string[] =>
  find(text)
    .filter((one) => !isCutOff(text, one))
    .map(({ value }) => value);

describe('a value that a console shortened', () => {
  it.each([
    'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4…',
    'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4...',
    'sha256 b0c1f3f7a3d64c1f9b7e2a5580d1c9e4…Show all 24 lines',
    'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4… (64 characters)',
    'http://evil-host.com/gate…',
    'http://evil-host.com/gate…/x.php',
    '"http://evil-host.com/gate..."',
    '…evil-host.com',
    '...198.51.100.23',
    'dst=198.51.100.2…',
    'dst=198.51.100.2…\nnext line',
    'mail attacker@evil-host.com… more',
    'files.evil-host.com…',
  ])('is not marked: %s', (text) => {
    expect(kept(text)).toEqual([]);
  });

  it('leaves its neighbours alone', () => {
    expect(kept('198.51.100.23 http://evil-host.com/gate…')).toEqual(['198.51.100.23']);
    expect(kept('Waiting for 198.51.100.23… timed out')).toEqual(['198.51.100.23']);
    expect(kept('and so on ... 198.51.100.23 answered')).toEqual(['198.51.100.23']);
    expect(kept('198.51.100.23. Next sentence')).toEqual(['198.51.100.23']);
  });
});
