import { documentOf, type Page, tally } from './page';

const style = `<style>p { font: 14px/1.6 sans-serif; margin: 0 0 8px; }</style>`;

/** Static text in the document, in nested open shadow roots and in a closed one. */
export const shadow: Page = {
  html: documentOf(
    'Case',
    `<h1>Case 118</h1><p>Outside: 203.0.113.77</p>
<case-panel><template shadowrootmode="open">${style}<p>Panel: update.vendor.example</p>
<case-field><template shadowrootmode="open">${style}<p>Field: 198.51.100.61</p></template></case-field>
</template></case-panel>
<case-sealed><template shadowrootmode="closed">${style}<p>Sealed: invoice-portal.example</p></template></case-sealed>`,
  ),
  expected: tally([
    { kind: 'ipv4', value: '203.0.113.77' },
    { kind: 'domain', value: 'update.vendor.example' },
    { kind: 'ipv4', value: '198.51.100.61' },
    { kind: 'domain', value: 'invoice-portal.example' },
  ]),
};
