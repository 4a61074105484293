import { expect, test } from 'vitest';
import { find } from '../../lib/ioc';

const values = (text: string): string[] => find(text).map(({ kind, value }) => `${kind} ${value}`);

test('a name of Latin letters is mapped however often others were', () => {
  for (let i = 0; i < 10_000; i++) {
    const host = `É${i}.com`;
    expect(values(`http://${host}/`)).toEqual([`url http://${new URL(`http://${host}`).hostname}/`]);
  }
});

test('a name in another script is mapped without the dashes around it', () => {
  expect(values('пример.рф- and -例。com')).toEqual(['domain xn--e1afmkfd.xn--p1ai', 'domain xn--fsq.com']);
});

test('words around a spoken dot are no address, whatever they hold', () => {
  expect(values('de dot 99d4a32778867ea, A1 dot 2256v, 1 dot 2 dot 3 dot 04')).toEqual([]);
  expect(values('1 dot 2 dot 3 dot 4')).toEqual(['ipv4 1.2.3.4']);
});

test('no label starts with a mark; one that cannot be seen is left out', () => {
  expect(values('\u0301a.com http://\u0301a.com/')).toEqual([]);
  expect(values('❤\ufe0fevil.com ไม่evil.com')).toEqual(['domain evil.com', 'domain evil.com']);
});
