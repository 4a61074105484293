import { documentOf, type Page, tally } from './page';

/** Text in a frame of the same origin and in a `srcdoc` frame. */
export const frames: Page = {
  html: documentOf(
    'Offense',
    `<h1>Offense</h1><p>Source 203.0.113.9</p>
<iframe src="/inner.html" title="Events" width="600" height="120"></iframe>
<iframe srcdoc="&lt;p&gt;Payload from 198.51.100.61&lt;/p&gt;" title="Payload" width="600" height="120"></iframe>`,
  ),
  files: {
    '/inner.html': { type: 'text/html', body: documentOf('Events', '<p>Destination 203.0.113.77</p>') },
  },
  expected: tally([
    { kind: 'ipv4', value: '203.0.113.9' },
    { kind: 'ipv4', value: '203.0.113.77' },
    { kind: 'ipv4', value: '198.51.100.61' },
  ]),
};
