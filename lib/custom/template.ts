import { asciiHost, asciiUrl } from '../core/ascii-host';
import type { Ioc } from '../ioc';

/** An indicator as servers know it: names in punycode, URLs as browsers send them. */
function told({ kind, value }: Ioc): string {
  if (kind === 'domain') return asciiHost(value);
  return kind === 'url' ? asciiUrl(value) : value;
}

const placeholder = /\{(value|kind)\}/g;

/** A text with the indicator in the place of `{value}` and `{kind}`. */
export const filled = (template: string, ioc: Ioc): string =>
  template.replaceAll(placeholder, (_, name) => (name === 'kind' ? ioc.kind : told(ioc)));

/** The same in a path or a query, percent-encoded, so that a URL or an IPv6 address stays one part. */
export const filledPath = (template: string, ioc: Ioc): string =>
  template.replaceAll(placeholder, (_, name) => (name === 'kind' ? ioc.kind : encodeURIComponent(told(ioc))));

/** The same in every text of a JSON body; names of members stay as they are. */
export function filledJson(template: unknown, ioc: Ioc): unknown {
  if (typeof template === 'string') return filled(template, ioc);
  if (Array.isArray(template)) return template.map((part) => filledJson(part, ioc));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, part]) => [name, filledJson(part, ioc)]));
}
