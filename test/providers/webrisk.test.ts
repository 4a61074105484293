import { expect, test } from 'vitest';
import webrisk from '../../lib/providers/webrisk';

const context = (given: object) => ({
  settings: webrisk.settings.parse({ key: 'k', ...given }),
  now: 0,
  files: {},
});
const url = { kind: 'url', value: 'http://badhost.test/a?b=c&d=ü' } as const;

test('the URL itself goes to Google only where the settings say so, encoded whole', () => {
  const asked = webrisk.request(url, context({ ask: 'url' }));
  expect(asked).toMatchObject({
    url: expect.stringContaining(
      '/v1/uris:search?uri=http%3A%2F%2Fbadhost.test%2Fa%3Fb%3Dc%26d%3D%C3%BC&threatTypes=',
    ),
  });
  expect(JSON.stringify(webrisk.request(url, context({})))).not.toContain('badhost');
});

test('the day’s budget is the user’s to set, as each lookup is billed', () => {
  expect(webrisk.limitsBy?.(context({ perDay: 5 }).settings)).toContainEqual({ requests: 5, per: 'day' });
});
