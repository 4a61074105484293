import { z } from 'zod';
import type { Ioc } from '../../ioc';
import { asciiHost } from '../../core/ascii-host';
import { prefixOver } from '../../core/cidr';

const bootstrapSchema = z.object({
  services: z.array(z.tuple([z.array(z.string()), z.array(z.string())])),
});

type Bootstrap = z.infer<typeof bootstrapSchema>;

/** Is this one of IANA's bootstrap files (RFC 9224, 3)? An empty one would turn every lookup into "no service". */
export function isBootstrap(content: unknown): boolean {
  const parsed = bootstrapSchema.safeParse(content);
  return parsed.success && parsed.data.services.length > 0;
}

/** Where to ask about an indicator: an address ending in `/`, or in words why there is nobody to ask. */
export type Server = { readonly base: string } | { readonly nobody: string };

/** The file of the bootstrap that speaks of this kind. */
export const fileOf = ({ kind }: Ioc): 'dns' | 'ipv4' | 'ipv6' | 'asn' =>
  kind === 'ipv4' || kind === 'ipv6' || kind === 'asn' ? kind : 'dns';

export function serverFor(ioc: Ioc, file: unknown): Server {
  const bootstrap = bootstrapSchema.safeParse(file);
  if (!bootstrap.success) return { nobody: 'The list of RDAP servers is damaged.' };
  const bases = basesFor(ioc, bootstrap.data);
  if (!bases) return { nobody: `No RDAP service for ${named(ioc)}.` };
  // Some registries list plain http alone; a lookup there would be readable on the way.
  const base = bases.find((url) => url.startsWith('https://') && URL.canParse(url));
  return base ? { base } : { nobody: `No RDAP service over https for ${named(ioc)}.` };
}

function basesFor(ioc: Ioc, bootstrap: Bootstrap): readonly string[] | undefined {
  if (ioc.kind === 'asn') return byNumber(numberOf(ioc), bootstrap);
  return fileOf(ioc) === 'dns' ? byName(asciiHost(ioc.value), bootstrap) : byAddress(ioc.value, bootstrap);
}

/** The longest suffix of labels wins (RFC 9224, 4). */
function byName(domain: string, { services }: Bootstrap): readonly string[] | undefined {
  const labels = domain.split('.');
  for (let start = 0; start < labels.length; start += 1) {
    const suffix = labels.slice(start).join('.');
    const service = services.find(([entries]) => entries.some((entry) => entry.toLowerCase() === suffix));
    if (service) return service[1];
  }
  return undefined;
}

/** The most specific prefix wins (RFC 9224, 5). */
function byAddress(address: string, { services }: Bootstrap): readonly string[] | undefined {
  let best = -1;
  let bases: readonly string[] | undefined;
  for (const [entries, urls] of services) {
    for (const entry of entries) {
      const prefix = prefixOver(entry, address) ?? -1;
      if (prefix > best) [best, bases] = [prefix, urls];
    }
  }
  return bases;
}

/** Ranges are `first-last` or a single number, and do not overlap (RFC 9224, 5.3). */
function byNumber(asn: number, { services }: Bootstrap): readonly string[] | undefined {
  return services.find(([entries]) =>
    entries.some((entry) => {
      const [first, last = first] = entry.split('-').map(Number);
      return first !== undefined && last !== undefined && first <= asn && asn <= last;
    }),
  )?.[1];
}

/** `AS15169` as 15169. */
export const numberOf = ({ value }: Ioc): number => Number(value.replace(/^as/i, ''));

const named = (ioc: Ioc): string =>
  fileOf(ioc) === 'dns' ? `.${asciiHost(ioc.value).split('.').at(-1)}` : ioc.value;
