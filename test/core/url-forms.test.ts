import { expect, test } from 'vitest';
import { urlForms } from '../../lib/core/url-forms';

test.each([
  ['http://badhost.test', ['http://badhost.test', 'http://badhost.test/']],
  ['http://badhost.test/', ['http://badhost.test/', 'http://badhost.test']],
  ['http://badhost.test/a/', ['http://badhost.test/a/']],
  ['http://badhost.test?q', ['http://badhost.test?q']],
  ['http://badhost.test/%41', ['http://badhost.test/%41']],
  ['http://bücher.test/ä', ['http://bücher.test/ä', 'http://xn--bcher-kva.test/%C3%A4']],
  [
    'http://bücher.test',
    ['http://bücher.test', 'http://bücher.test/', 'http://xn--bcher-kva.test/', 'http://xn--bcher-kva.test'],
  ],
  ['no url at all', ['no url at all']],
])('%s is looked for as %s', (url, forms) => {
  expect(urlForms(url)).toEqual(forms);
});
