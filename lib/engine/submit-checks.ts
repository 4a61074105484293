import type { Submit } from '../core/submit';
import { type AskedProvider, isLocal } from '../core/plugin';
import { type Tlp, tlps } from '../core/tlp';
import type { Ioc } from '../ioc';
import type { Policy, SourceInUse } from './deps';
import { withheld } from './opsec';

/** A way to submit, at the source that takes it. */
export interface Way {
  readonly source: SourceInUse;
  readonly provider: AskedProvider;
  readonly submit: Submit;
}

/** Every way to submit this kind of indicator. */
export const waysFor = (sources: readonly SourceInUse[], { kind }: Ioc): readonly Way[] =>
  sources.flatMap((source) => {
    const { provider } = source;
    if (isLocal(provider)) return [];
    return (provider.submits ?? [])
      .filter(({ kinds }) => kinds.includes(kind))
      .map((submit) => ({ source, provider, submit }));
  });

/** The stricter of what the source and this way may see. */
const lower = (a: Tlp, b: Tlp): Tlp => (tlps.indexOf(a) < tlps.indexOf(b) ? a : b);

/** Why this may not be submitted so, in words; null where it may: what it discloses decides, not what a lookup does. */
export function whyNot(
  ioc: Ioc,
  { source, provider, submit }: Way,
  { opsec }: Pick<Policy, 'opsec'>,
): string | null {
  const name = `${provider.name}, ${submit.label},`;
  const maxTlp = lower(source.maxTlp, submit.maxTlp);
  const asked = { name, discloses: submit.discloses, maxTlp, domainOnly: false };
  return withheld(ioc, asked, opsec) ?? provider.missing(source.settings) ?? submit.missing(source.settings);
}
