/** A table with six indicators a row, as a console prints events; the same for the same number of rows. */
export function table(rows: number): string {
  const random = seeded(rows);
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const ip = () =>
    [1 + random() * 220, random() * 256, random() * 256, 1 + random() * 250].map(Math.floor).join('.');
  const row = (at: number) =>
    [
      `2026-11-20 14:09:${String(at % 60).padStart(2, '0')}`,
      ip(),
      ip(),
      `host${at}.evil-host.com`,
      `http://x${at}.bad-site.org/a/${at}`,
      hex(32),
      hex(64),
      'allow',
    ]
      .map((cell) => `<td>${cell}</td>`)
      .join('');
  const body = Array.from({ length: rows }, (_, at) => `<tr>${row(at)}</tr>`).join('');
  return `<!doctype html><meta charset="utf-8"><title>${rows} rows</title><link rel="icon" href="data:,">
<style>body{font:12px/16px monospace}td{padding:2px 8px;white-space:nowrap}</style><table><tbody>${body}</tbody></table>`;
}

/** Mulberry32: small, fast, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
