import type { Disclosure } from '../core/plugin';
import { subjectOf } from '../core/subject';
import { mayShow, type Tlp } from '../core/tlp';
import { classify, type Ioc } from '../ioc';
import { credentialIn } from './credentials';
import type { Policy } from './deps';
import { internalRange, internalSuffix } from './internal';
import { ownMailboxIn } from './own-mailbox';

interface Asked {
  readonly name: string;
  readonly discloses: Disclosure;
  readonly maxTlp: Tlp;
  /** It is told the registrable domain only. */
  readonly domainOnly: boolean;
}

/**
 * Why this indicator may not be told to this source, in words; null when it may. A team's own system (`private`) may
 * see internal addresses and names; TLP holds for it too.
 */
export function withheld(ioc: Ioc, asked: Asked, opsec: Policy['opsec']): string | null {
  if (asked.discloses.class === 'local') return null;
  if (!mayShow(opsec.tlp, asked.maxTlp)) {
    return `Marked TLP:${opsec.tlp.toUpperCase()}; ${asked.name} may see up to TLP:${asked.maxTlp.toUpperCase()}.`;
  }
  if (asked.discloses.class === 'private') return null;
  return setAside(ioc, opsec) ?? (asked.domainOnly ? null : secret(ioc, opsec));
}

interface Known {
  readonly opsec: Policy['opsec'];
  readonly why: string | null;
}

/** A dozen sources may be told of the same indicator: what no source hears of is looked up in the tables once. */
const known = new WeakMap<Ioc, Known>();

function setAside(ioc: Ioc, opsec: Policy['opsec']): string | null {
  const before = known.get(ioc);
  if (before?.opsec === opsec) return before.why;
  const why = internal(ioc, opsec) ?? reserved(ioc, opsec);
  known.set(ioc, { opsec, why });
  return why;
}

function internal(ioc: Ioc, opsec: Policy['opsec']): string | null {
  const { kind, value } = subjectOf(ioc);
  if (kind === 'domain') {
    const suffix = internalSuffix(value, opsec.internalDomains);
    return suffix === undefined ? null : `${suffix} is an internal domain. It is not asked about.`;
  }
  const range = internalRange(value, opsec.internalRanges);
  return range === undefined ? null : `${range} is an internal range. It is not asked about.`;
}

/** Documentation ranges, test names and the like may be asked about on request; what belongs to a network never. */
function reserved(ioc: Ioc, opsec: Policy['opsec']): string | null {
  const { scope, source } = classify(ioc);
  const { kind, value } = subjectOf(ioc);
  if (kind === 'domain' && !value.includes('.'))
    return 'A name without a dot is known inside a network only.';
  if (scope === 'public') return null;
  const own = scope === 'private' || scope === 'loopback' || scope === 'link-local';
  if (!own && opsec.askReserved) return null;
  const words = own ? `A ${scope} address or name` : `Set aside (${scope})`;
  return `${words}${source === null ? '' : `, ${source}`}. Nobody outside can know it.`;
}

function secret(ioc: Ioc, { internalDomains }: Policy['opsec']): string | null {
  if (ioc.kind !== 'url') return null;
  const own = ownMailboxIn(ioc.value, internalDomains);
  const found = own === undefined ? credentialIn(ioc.value) : `a mailbox at ${own}`;
  return found === null
    ? null
    : `The URL carries ${found}. It was not sent. Enrich its host, ${subjectOf(ioc).value}, instead.`;
}
