import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl, expressionsOf } from '../../lib/core/safe-browsing-url';

// The test vectors of developers.google.com/safe-browsing/reference/URLs.and.Hashing.
describe('the canonical form of a URL', () => {
  test.each([
    ['http://host/%25%32%35', 'http://host/%25'],
    ['http://host/%25%32%35%25%32%35', 'http://host/%25%25'],
    ['http://host/%2525252525252525', 'http://host/%25'],
    ['http://host/asdf%25%32%35asd', 'http://host/asdf%25asd'],
    ['http://host/%%%25%32%35asd%%', 'http://host/%25%25%25asd%25%25'],
    ['http://www.google.com/', 'http://www.google.com/'],
    [
      'http://%31%36%38%2e%31%38%38%2e%39%39%2e%32%36/%2E%73%65%63%75%72%65/%77%77%77%2E%65%62%61%79%2E%63%6F%6D/',
      'http://168.188.99.26/.secure/www.ebay.com/',
    ],
    [
      'http://195.127.0.11/uploads/%20%20%20%20/.verify/.eBaysecure=updateuserdataxplimnbqmn-xplmvalidateinfoswqpcmlx=hgplmcx/',
      'http://195.127.0.11/uploads/%20%20%20%20/.verify/.eBaysecure=updateuserdataxplimnbqmn-xplmvalidateinfoswqpcmlx=hgplmcx/',
    ],
    [
      'http://host%23.com/%257Ea%2521b%2540c%2523d%2524e%25f%255E00%252611%252A22%252833%252944_55%252B',
      'http://host%23.com/~a!b@c%23d$e%25f^00&11*22(33)44_55+',
    ],
    ['http://3279880203/blah', 'http://195.127.0.11/blah'],
    ['http://www.google.com/blah/..', 'http://www.google.com/'],
    ['www.google.com/', 'http://www.google.com/'],
    ['www.google.com', 'http://www.google.com/'],
    ['http://www.evil.com/blah#frag', 'http://www.evil.com/blah'],
    ['http://www.GOOgle.com/', 'http://www.google.com/'],
    ['http://www.google.com.../', 'http://www.google.com/'],
    ['http://www.google.com/foo\tbar\rbaz\n2', 'http://www.google.com/foobarbaz2'],
    ['http://www.google.com/q?', 'http://www.google.com/q?'],
    ['http://www.google.com/q?r?', 'http://www.google.com/q?r?'],
    ['http://www.google.com/q?r?s', 'http://www.google.com/q?r?s'],
    ['http://evil.com/foo#bar#baz', 'http://evil.com/foo'],
    ['http://evil.com/foo;', 'http://evil.com/foo;'],
    ['http://evil.com/foo?bar;', 'http://evil.com/foo?bar;'],
    ['http://notrailingslash.com', 'http://notrailingslash.com/'],
    ['http://www.gotaport.com:1234/', 'http://www.gotaport.com/'],
    ['  http://www.google.com/  ', 'http://www.google.com/'],
    ['http:// leadingspace.com/', 'http://%20leadingspace.com/'],
    ['http://%20leadingspace.com/', 'http://%20leadingspace.com/'],
    ['%20leadingspace.com/', 'http://%20leadingspace.com/'],
    ['https://www.securesite.com/', 'https://www.securesite.com/'],
    ['http://host.com/ab%23cd', 'http://host.com/ab%23cd'],
    ['http://host.com//twoslashes?more//slashes', 'http://host.com/twoslashes?more//slashes'],
    ['http://bücher.test/ü', 'http://xn--bcher-kva.test/%C3%BC'],
    ['http://user:secret@host.test/', 'http://host.test/'],
  ])('of %j', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });
});

describe('the expressions of a URL', () => {
  test.each([
    [
      'http://a.b.com/1/2.html?param=1',
      'a.b.com/1/2.html?param=1 a.b.com/1/2.html a.b.com/ a.b.com/1/ b.com/1/2.html?param=1 b.com/1/2.html b.com/ b.com/1/',
    ],
    [
      'http://a.b.c.d.e.f.com/1.html',
      'a.b.c.d.e.f.com/1.html a.b.c.d.e.f.com/ c.d.e.f.com/1.html c.d.e.f.com/ d.e.f.com/1.html d.e.f.com/ e.f.com/1.html e.f.com/ f.com/1.html f.com/',
    ],
    ['http://1.2.3.4/1/', '1.2.3.4/1/ 1.2.3.4/'],
    ['http://example.co.uk/1', 'example.co.uk/1 example.co.uk/ co.uk/1 co.uk/'],
    ['http://[2001:db8::7]/a', '[2001:db8::7]/a [2001:db8::7]/'],
  ])('of %s', (url, expressions) => {
    expect(expressionsOf(url)).toEqual(expressions.split(' '));
  });

  test('are none where colons are all there is of a host, or escapes hide its end', () => {
    expect(
      ['::', 'http://:/', ':80:', ':.', ':80.', 'a.com%2Fb', 'http://a%40b/'].flatMap(expressionsOf),
    ).toEqual([]);
  });

  test('leave out the port, whatever dots and escapes are around it', () => {
    expect(['a.com:80.', 'a.com.:80', 'a.com%3A80'].map((url) => expressionsOf(url)[0])).toEqual([
      'a.com/',
      'a.com/',
      'a.com/',
    ]);
  });

  test('are at most 30, whatever the text, and the canonical form has the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (url) => {
        const expressions = expressionsOf(url);
        expect(expressions.length).toBeLessThanOrEqual(30);
        const canonical = canonicalUrl(url);
        if (canonical !== null) expect(expressionsOf(canonical)).toEqual(expressions);
      }),
    );
  });
});
