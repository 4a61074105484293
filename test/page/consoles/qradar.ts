import { type Console, page } from './console';

const inner = page(
  `<table><tbody><tr><td><span><img alt="" width="12" height="12" src="data:,">203.0.113.77</span></td><td>evil-host.com</td></tr>
<tr><td colspan="2"><pre class="payload">LEEF:1.0|src=198.51.100.23	dst=192.0.2.145	usrName=x</pre></td></tr></tbody></table>`,
);

/** Same-origin frames inside frames. */
export const qradar: Console = {
  name: 'qradar',
  html: page('<iframe src="/tabs" width="700" height="300"></iframe>'),
  files: { '/tabs': page('<iframe src="/events" width="600" height="220"></iframe>'), '/events': inner },
  expected: ['ipv4|203.0.113.77', 'domain|evil-host.com', 'ipv4|198.51.100.23', 'ipv4|192.0.2.145'],
};
