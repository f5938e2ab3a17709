import { havenCode } from './haven-attributes.js';
import { tagNamedIn, meansConfidential } from './visibility-tags.js';
import type { JsonObject, JsonValue, ObjectName } from './record.js';
import { childOf, listOf } from '../reading/json-record.js';
import { declarationOf } from './objects.js';
import { labelSaysSecret, type Secrecy, saysSecret } from './says-secret.js';
import { wordsOf } from '../reading/secrecy-name.js';

/** A publisher's own property that says that a record is confidential. */
export interface SecretProperty {
  readonly property: string;
  readonly secrecy: Secrecy;
}

/** The properties of a record that say so. Nested records are checked on their own. */
export const secretProperties = (object: ObjectName, properties: { readonly [name: string]: JsonValue }): readonly SecretProperty[] =>
  Object.entries(properties).flatMap(([property, value]) => {
    const secrecy = property === 'id' || isNested(object, property, value) ? null : saysSecret(object, property, value);
    return secrecy === null ? [] : [{ property, secrecy }];
  });

const isNested = (object: ObjectName, property: string, value: JsonValue): boolean =>
  typeof value === 'object' && value !== null && declarationOf(object).nested.has(property);

/** Whether a nested record says that it is confidential, itself or through one of its attributes. */
export const saysConfidential = (object: ObjectName, record: JsonObject): boolean =>
  secretProperties(object, record).length > 0 || tagsOf(record).length > 0;

/** Its visibility tags. */
export const tagsOf = (record: JsonObject): readonly JsonObject[] => (listOf(record, 'attributes') as readonly JsonObject[]).filter(isTag);

/** Whether it says that an address is confidential. */
export const saysPlaceConfidential = (object: ObjectName, record: JsonObject): boolean =>
  secretProperties(object, record).some(({ property }) => wordsOf(property).some((word) => placeWords.has(word)));

const placeWords: ReadonlySet<string> = new Set([
  ...['address', 'addresses', 'location', 'locations', 'place', 'site', 'street', 'map', 'maps', 'position'],
]);

/**
 * Whether an attribute is a visibility tag: by its term, by any of its own texts, or in a publisher's own words. Only a plain PUBLIC denies
 * it.
 */
export function isTag(attribute: JsonObject): boolean {
  const term = childOf(attribute, 'taxonomy_term') as JsonObject | null;
  const { id: _id, value, link_id: _owner, attributes: _attributes, metadata: _metadata, ...texts } = attribute;
  const named = [...(term ? [term.code, term.name, term.id] : []), ...Object.values(texts)].filter((text) => typeof text === 'string');
  const code = tagNamedIn(named);
  if (code !== null) return code === havenCode.visibility && meansConfidential(value);
  return named.some((label) => labelSaysSecret(label, value) !== null);
}
