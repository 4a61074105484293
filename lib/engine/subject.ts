import { getDomain } from 'tldts';
import type { AskedProvider } from '../core/plugin';
import { subjectOf } from '../core/subject';
import type { Ioc } from '../ioc';

/**
 * What a source is really asked about: the indicator, or the registrable domain of its host (Public Suffix List, ICANN
 * section). A public suffix by itself stays what it is.
 */
export function askedAbout(ioc: Ioc, provider: AskedProvider): Ioc {
  if (provider.subject !== 'registrable-domain') return ioc;
  const subject = subjectOf(ioc);
  if (subject.kind !== 'domain') return subject;
  return { kind: 'domain', value: getDomain(subject.value) ?? subject.value };
}
