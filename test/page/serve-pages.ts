import { type Piece, serve } from '../lab/serve';

/** Documents of one host, by path; `/` is the page. */
export type Site = Readonly<Record<string, string>>;

export interface Pages extends Piece {
  /** `http://NAME.localhost:PORT`: an origin of its own for each site. */
  origin(name: string): string;
}

/** Serves sites on host names of their own, with these headers. */
export async function servePages(
  sites: Readonly<Record<string, Site>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Pages> {
  const piece = await serve('pages', ({ url }) => {
    const body = sites[url.hostname.split('.')[0] ?? '']?.[url.pathname];
    return body === undefined
      ? { status: 404, body: '' }
      : { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body };
  });
  return { ...piece, origin: (name) => `http://${name}.localhost:${piece.port}` };
}
