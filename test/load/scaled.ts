import { type AskedProvider, isLocal, type Limit } from '../../lib/core/plugin';
import { providers } from '../../lib/registry';

/** Every quota, a hundredfold: a thousand IOCs then take minutes instead of hours. */
const factor = 100;

/** The twelve sources of the load test: those of the lab that have a budget, and one that states none. */
export const twelve: readonly string[] = [
  'virustotal',
  'misp',
  'abuseipdb',
  'greynoise',
  'shodan-internetdb',
  'safebrowsing',
  'urlhaus',
  'crtsh',
  'hybrid-analysis',
  'hashlookup',
  'nvd',
  'epss',
];

const scale = ({ requests, per }: Limit): Limit => ({ requests: requests * factor, per });

export interface Scaled {
  readonly provider: AskedProvider;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A source as it is asked here. @param given its settings in the lab; the plug-in's defaults fill them up */
export function scaled(id: string, given: Readonly<Record<string, unknown>>): Scaled {
  const provider = providers.find((one) => one.id === id);
  if (provider === undefined || isLocal(provider)) throw new Error(`There is no source ${id} to ask.`);
  const settings = provider.settings.parse(given);
  const limits = (provider.limitsBy?.(settings) ?? provider.limits).map(scale);
  return { provider: { ...provider, limits }, settings };
}
