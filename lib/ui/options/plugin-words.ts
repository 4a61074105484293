import type { Kind } from '../../ioc';
import { kinds as allKinds } from '../../ioc';
import type { PluginState } from '../../messages';
import { countWords } from '../words';
import { fieldsOf } from './form-fields';

const families: readonly (readonly [string, readonly Kind[]])[] = [
  ['IP', ['ipv4', 'ipv6']],
  ['range', ['cidr']],
  ['domain', ['domain']],
  ['URL', ['url']],
  ['email', ['email']],
  ['hash', ['md5', 'sha1', 'sha256', 'sha512']],
  ['CVE', ['cve']],
  ['ASN', ['asn']],
];

/** "IP, domain, URL, hash"; "All" where it takes every kind. */
export function kindsWords(kinds: readonly Kind[]): string {
  if (kinds.length === allKinds.length) return 'All kinds';
  const words = families
    .filter(([, members]) => members.some((kind) => kinds.includes(kind)))
    .map(([word]) => word)
    .join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const windows: Readonly<Record<string, string>> = {
  day: 'today',
  month: 'this month',
  60_000: 'this minute',
  3_600_000: 'this hour',
  86_400_000: 'in 24 h',
  604_800_000: 'this week',
};

/** "188 of 500 today". */
export function spentWords({ left, of, per }: NonNullable<PluginState['budget']>): string {
  const window = windows[per] ?? `in ${Math.round(Number(per) / 1000)} s`;
  return `${countWords(of - left)} of ${countWords(of)} ${window}`;
}

/** "strong (0.8)": the words of the rule under Verdict. */
export function weightWords(weight: number): string {
  if (weight === 0) return 'not at all, facts alone';
  const word = weight >= 1 ? 'convicts alone' : weight >= 0.8 ? 'strong' : weight >= 0.5 ? 'fair' : 'weak';
  return `${word} (${weight})`;
}

const needsKey = (plugin: PluginState): boolean =>
  fieldsOf(plugin.form).some(({ type }) => type === 'secret');

/** What its test button does; what is missing where it can do nothing. */
export function testWords({ missing, name, files, discloses }: PluginState): string {
  if (missing !== null) return missing;
  if (files.length > 0) return 'Fetches the lists that are due, and says what is here.';
  if (discloses?.class === 'local') return 'Nothing is sent.';
  return `Asks ${name} once for something with a known answer.`;
}

/** Where its key stands. */
export function keyWords(plugin: PluginState): string {
  if (plugin.managed) return 'Set by your admin';
  if (!needsKey(plugin)) return 'No key needed';
  if (plugin.secretsSet.length > 0) return 'Key set';
  return plugin.missing === null ? 'Works without' : 'No key yet';
}

/**
 * Sources that answer without a key and are still off: one click turns them on. What is asked by name only has a reason
 * that a person should read first.
 */
export const readyWithoutKey = (plugins: readonly PluginState[]): readonly PluginState[] =>
  plugins.filter(
    (plugin) =>
      plugin.shape === 'source' &&
      !plugin.on &&
      !plugin.managed &&
      plugin.missing === null &&
      plugin.discloses?.class !== 'local' &&
      plugin.onDemand !== true &&
      !needsKey(plugin),
  );

/** Host names of match patterns, for "the browser will ask you for …". */
export const hostsOf = (origins: readonly string[]): readonly string[] => [
  ...new Set(origins.map((origin) => origin.replace(/^[^/]*\/\//, '').replace(/\/.*$/, ''))),
];
