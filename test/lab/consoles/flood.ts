import { documentOf, type Page, tally } from './page';

const count = 500;

/** Five hundred different documentation addresses: a page that would spend a day's quota if pages could ask. */
const addresses = Array.from({ length: count }, (_, at) => {
  const network = ['192.0.2', '198.51.100', '203.0.113'][at % 3] ?? '192.0.2';
  return `${network}.${Math.floor(at / 3) + 1}`;
});

export const flood: Page = {
  html: documentOf(
    'Connections',
    `<h1>Connections</h1><table><tbody>${addresses
      .map((address, at) => `<tr><td>${at + 1}</td><td>${address}</td><td>443</td></tr>`)
      .join('')}</tbody></table>`,
    'td { padding: 2px 12px; font: 12px monospace; }',
  ),
  expected: tally(addresses.map((value) => ({ kind: 'ipv4', value }))),
};
