import { flood } from './consoles/flood';
import { frames } from './consoles/frames';
import type { Expected, Page } from './consoles/page';
import { react } from './consoles/react';
import { shadow } from './consoles/shadow';
import { siem } from './consoles/siem';
import { type Piece, serve } from './serve';

const names = ['siem', 'flood', 'shadow', 'frames', 'react'] as const;

type ConsoleName = (typeof names)[number];

export interface Consoles extends Piece {
  /**
   * `http://NAME.localhost:PORT`: an origin of its own, a secure context. With `plain`, `http://NAME.corp:PORT`: a host
   * that is not loopback in name, so no secure context; the browser must be told where it is (`hostRules`).
   */
  origin(name: ConsoleName, plain?: boolean): string;
  expected(name: ConsoleName): readonly Expected[];
}

/** For Chromium's `--host-resolver-rules`. */
export const hostRules = 'MAP *.corp 127.0.0.1';

/** Console pages, each on host names of its own. */
export async function startConsoles(): Promise<Consoles> {
  const pages: Readonly<Record<ConsoleName, Page>> = { siem, flood, shadow, frames, react: await react() };
  const piece = await serve('consoles', ({ url }) => {
    const page = Object.entries(pages).find(([name]) => url.hostname.startsWith(`${name}.`))?.[1];
    if (!page) return { status: 404, body: '<!doctype html><title>No such console</title>' };
    if (url.pathname === '/') return { status: 200, body: page.html };
    if (url.pathname === '/expected.json') return { status: 200, body: page.expected };
    const file = page.files?.[url.pathname];
    if (!file) return { status: 404, body: '' };
    return { status: 200, headers: { 'Content-Type': `${file.type}; charset=utf-8` }, body: file.body };
  });
  return {
    ...piece,
    origin: (name, plain = false) => `http://${name}.${plain ? 'corp' : 'localhost'}:${piece.port}`,
    expected: (name) => pages[name].expected,
  };
}
