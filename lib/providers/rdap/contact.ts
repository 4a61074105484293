/** RDAP nests entities in entities; deeper than this nobody looks, whatever a server sends. */
const depth = 4;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * The first entity with this role, at whatever level: RIPE and APNIC name the abuse contact at the top, ARIN and Verisign
 * inside the registrant or registrar (RFC 9083, 5.1).
 */
export function entityWith(role: string, entities: unknown, level = 0): Json | undefined {
  const here = listOf(entities).filter(isObject);
  const found = here.find((entity) => listOf(entity['roles']).includes(role));
  if (found || level >= depth) return found;
  for (const entity of here) {
    const inside = entityWith(role, entity['entities'], level + 1);
    if (inside) return inside;
  }
  return undefined;
}

/** What an entity is called: its name, or where that is left empty its organisation. */
export const nameOf = (entity: Json | undefined): string | undefined =>
  cardValue(entity, 'fn') ?? cardValue(entity, 'org');

/**
 * A property of an entity's jCard (RFC 7095), such as `fn`, `email` or `tel`; of one with parts (`org`) the first. Empty ones
 * count as absent.
 */
export function cardValue(entity: Json | undefined, name: string): string | undefined {
  const properties = listOf(listOf(entity?.['vcardArray'])[1]);
  for (const property of properties) {
    const [key, , , told] = listOf(property);
    const value: unknown = Array.isArray(told) ? told[0] : told;
    if (key === name && typeof value === 'string' && value.trim() !== '')
      return value.replace(/^(tel|mailto):/, '');
  }
  return undefined;
}
