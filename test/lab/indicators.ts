import type { Ioc } from '../../lib/ioc';
import type { Level } from '../../lib/core/verdict';

/** What the lab's intelligence sources know of one indicator. Missing parts are "no record". */
export interface Known extends Ioc {
  /** The level an analyst should end up with; null where no source can judge. */
  readonly level: Level | null;
  /** VirusTotal's engines. */
  readonly engines?: {
    readonly malicious: number;
    readonly suspicious?: number;
    readonly harmless?: number;
    readonly undetected?: number;
  };
  /** What VirusTotal calls the thing, where it has a name. */
  readonly label?: string;
  /** Shodan InternetDB. */
  readonly exposed?: {
    readonly ports: readonly number[];
    readonly tags?: readonly string[];
    readonly vulns?: readonly string[];
    readonly hostnames?: readonly string[];
  };
}

const known = (
  kind: Ioc['kind'],
  value: string,
  level: Level | null,
  more: Omit<Known, keyof Ioc | 'level'> = {},
): Known => ({ kind, value, level, ...more });

const bad = (malicious: number) => ({ engines: { malicious, suspicious: 2, harmless: 58, undetected: 17 } });
const odd = { engines: { malicious: 1, suspicious: 2, harmless: 70, undetected: 21 } };
const clean = { engines: { malicious: 0, suspicious: 0, harmless: 71, undetected: 23 } };
const thin = { engines: { malicious: 0, suspicious: 0, harmless: 2, undetected: 3 } };

/** Everything with a documentation address (RFC 5737, 3849), a reserved name (RFC 2606) or a made-up hash. */
export const indicators: readonly Known[] = [
  known('ipv4', '203.0.113.77', 'malicious', {
    ...bad(17),
    exposed: { ports: [22, 8808], tags: ['c2', 'malware'], hostnames: ['cdn-sync.badhost.example'] },
  }),
  known('domain', 'cdn-sync.badhost.example', 'malicious', bad(14)),
  known('url', 'https://cdn-sync.badhost.example/u/load.bin', 'malicious', bad(19)),
  known('md5', 'b0c1f3f7a3d64c1f9b7e2a5580d1c9e4', 'malicious', {
    ...bad(46),
    label: 'trojan.asyncrat/msil',
  }),
  known('sha256', '6b0f9a53d1c84e7f2a90be13c7d5486e0f31a2b4c69d8e75f01234a6b8c9d7e2', 'malicious', {
    ...bad(38),
    label: 'downloader.loader/js',
  }),
  known('ipv4', '198.51.100.61', 'suspicious', {
    ...odd,
    exposed: { ports: [21, 80], vulns: ['CVE-2021-41773'], hostnames: ['invoice-portal.example'] },
  }),
  known('domain', 'invoice-portal.example', 'suspicious', odd),
  known('ipv4', '203.0.113.9', 'suspicious', odd),
  known('ipv4', '192.0.2.145', 'unknown', thin),
  known('ipv6', '2001:db8:40::9c1', 'unknown', thin),
  known('md5', '5f2d1e8a90b74c3ca1de77f0246b83c1', 'unknown', thin),
  known('ipv4', '198.51.100.20', 'benign', { ...clean, exposed: { ports: [80, 443] } }),
  known('domain', 'update.vendor.example', 'benign', clean),
  known('ipv4', '192.0.2.201', 'benign', clean),
  known('domain', 'metrics.saas.example', 'benign', clean),
  known('domain', 'files.partner.example', null),
  known('domain', 'ns1.hosting.example', null),
  known('ipv4', '198.51.100.133', null),
  known('domain', 'cdn.assets.example', null),
  known('cve', 'CVE-2021-44228', null),
  known('cve', 'CVE-2021-99999', null),
];

/** Vulnerabilities: CVSS base score, and EPSS as a share of one. */
export const severities: Readonly<Record<string, { cvss: number; epss: number }>> = {
  'CVE-2021-44228': { cvss: 10, epss: 0.94426 },
};

/** Registered names, by registrable domain: days since registration, and EPP status. */
export const registrations: Readonly<Record<string, { days: number; status?: readonly string[] }>> = {
  'badhost.example': { days: 9 },
  'invoice-portal.example': { days: 21, status: ['client hold'] },
  'vendor.example': { days: 4200 },
  'saas.example': { days: 2900 },
  'partner.example': { days: 1500 },
  'hosting.example': { days: 5100 },
};

export const find = (kind: string, value: string): Known | undefined =>
  indicators.find((one) => one.kind === kind && one.value === value);
