/** Rows of every grid of the lab: three addresses that the lab's sources know, and names of which nobody knows. */
const known = { 0: '203.0.113.77', 3: '198.51.100.61', 6: '198.51.100.20' };

export const rows = Array.from({ length: 2000 }, (_, at) => ({
  n: at,
  time: `14:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
  ip: known[at % 10] ?? `10.1.${at >> 8}.${at & 255}`,
  domain: `host-${at}.evil-host.com`,
}));

export const columns = ['n', 'time', 'ip', 'domain'];

/** What a live grid does to a row: the address moves on by one row. */
export const moved = (row) => ({ ...row, ip: rows[(row.n + 1) % rows.length].ip });

/** Buttons above the grid: each calls its function. */
export function buttons(actions) {
  for (const [name, act] of Object.entries(actions)) {
    document.getElementById(name).addEventListener('click', act);
  }
}
