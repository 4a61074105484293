const shared = 'objectLabel { value } objectMarking { definition } createdBy { name }';
const indicator =
  'id name x_opencti_score revoked valid_from valid_until confidence x_opencti_detection updated_at';

/** The question, in the schema of OpenCTI 6 (its platform shows it at /public/graphql). Never changed by a value: those are variables. */
export const query = `query Sightline($observables: FilterGroup, $indicators: FilterGroup, $first: Int) {
  stixCyberObservables(filters: $observables, first: $first) { edges { node {
    id entity_type observable_value x_opencti_score updated_at ${shared}
    ... on StixFile { hashes { algorithm hash } }
    ... on Artifact { hashes { algorithm hash } }
    indicators(first: 20) { edges { node { ${indicator} ${shared} } } }
  } } }
  indicators(filters: $indicators, first: $first) { edges { node { ${indicator} ${shared} } } }
}`;

/** A CVE is no observable there: it is a vulnerability, and its number the name (or an alias) of it. */
export const vulnerabilityQuery = `query Sightline($vulnerabilities: FilterGroup, $first: Int) {
  vulnerabilities(filters: $vulnerabilities, first: $first) { edges { node {
    id name x_opencti_aliases description x_opencti_cvss_base_score x_opencti_cvss_base_severity confidence updated_at ${shared}
  } } }
}`;
