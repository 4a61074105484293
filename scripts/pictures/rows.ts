/** What the consoles of the pictures show: a beacon, a lure, and traffic that is none of it. */
export interface Event {
  readonly time: string;
  readonly source: string;
  readonly destination: string;
  readonly host: string;
  readonly hash: string;
}

export const events: readonly Event[] = [
  {
    time: '14:09:58.102',
    source: '10.20.4.31',
    destination: '203.0.113.77',
    host: 'cdn-sync.badhost.example',
    hash: 'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4',
  },
  {
    time: '14:09:41.377',
    source: '10.20.4.31',
    destination: '198.51.100.20',
    host: 'update.vendor.example',
    hash: '',
  },
  {
    time: '14:08:31.664',
    source: '10.20.9.12',
    destination: '198.51.100.61',
    host: 'invoice-portal.example',
    hash: '5f2d1e8a90b74c3ca1de77f0246b83c1',
  },
  {
    time: '14:07:50.009',
    source: '10.20.2.5',
    destination: '192.0.2.145',
    host: 'files.partner.example',
    hash: '',
  },
  {
    time: '14:06:20.771',
    source: '10.20.3.77',
    destination: '203.0.113.9',
    host: 'ns1.hosting.example',
    hash: '',
  },
  {
    time: '14:05:02.115',
    source: '10.20.4.90',
    destination: '192.0.2.201',
    host: 'metrics.saas.example',
    hash: '',
  },
];

/** Ground rules of every console of the pictures; each brings its own colours, in light and dark. */
const ground = `:root { color-scheme: light dark; } * { box-sizing: border-box; }
body { margin: 0; font: 13px/20px system-ui, 'Noto Sans', sans-serif; } header, main { padding: 0 20px; }
header { display: flex; gap: 20px; align-items: center; block-size: 44px; } h1 { font-size: 17px; margin: 14px 0 10px; }
code, .mono { font: 12px/18px ui-monospace, 'DejaVu Sans Mono', monospace; }`;

/** A whole document in the manner of a console; `head` is what tells it. */
export const consolePage = (head: string, style: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}
<style>${ground}${style}</style></head><body>${body}</body></html>`;
