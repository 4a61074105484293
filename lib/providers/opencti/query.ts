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
