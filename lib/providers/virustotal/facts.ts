import { bytes, factsOf } from '../../core/facts';
import type { Fact } from '../../core/verdict';
import type { Attributes } from './shape';

/** What a person wants to know beside the count, in the order of interest. */
export function reportFacts(attributes: Attributes): readonly Fact[] {
  const of = attributes;
  const categories = [...new Set(Object.values(of.categories ?? {}))].slice(0, 6).join(', ');
  return factsOf({
    Threat: of.popular_threat_classification?.suggested_threat_label,
    Name: of.meaningful_name ?? of.names[0],
    Type: of.type_description,
    Size: bytes(of.size),
    Network: [of.asn === undefined ? '' : `AS${of.asn}`, of.as_owner, of.network].filter(Boolean).join(' '),
    Country: of.country,
    Registrar: of.registrar,
    Created: day(of.creation_date),
    Categories: categories,
    Title: of.title,
    'Leads to': of.last_final_url,
    Community: of.reputation,
    'First seen': day(of.first_submission_date),
    Analysed: day(of.last_analysis_date ?? of.last_modification_date),
  });
}

/** VirusTotal's dates are epoch seconds; far ones (a forged header says year 60000) are left out. */
function day(seconds: number | undefined): string | undefined {
  if (seconds === undefined || !(seconds > 0 && seconds < 1e11)) return undefined;
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
