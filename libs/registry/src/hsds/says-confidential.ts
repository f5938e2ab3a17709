import { havenCode } from './haven-attributes.js';
import { markNamedIn, meansConfidential } from './haven-marks.js';
import type { JsonObject, JsonValue, ObjectName } from './record.js';
import { childOf, listOf } from '../reading/json-record.js';
import { declarationOf } from './objects.js';
import { labelSaysSecret, type Secrecy, saysSecret } from './says-secret.js';
import { wordsOf } from '../reading/secrecy-name.js';

/** A property by which a publisher says, in words of its own, that a record is confidential. */
export interface SaidSecret {
  readonly property: string;
  readonly secrecy: Secrecy;
}

/** The properties of a record that say so; what is nested in it speaks for itself. */
export const saidSecrets = (object: ObjectName, properties: { readonly [name: string]: JsonValue }): readonly SaidSecret[] =>
  Object.entries(properties).flatMap(([property, value]) => {
    const secrecy = property === 'id' || isNested(object, property, value) ? null : saysSecret(object, property, value);
    return secrecy === null ? [] : [{ property, secrecy }];
  });

const isNested = (object: ObjectName, property: string, value: JsonValue): boolean =>
  typeof value === 'object' && value !== null && declarationOf(object).nested.has(property);

/** Whether a nested record says that it is confidential, itself or by one of its attributes. */
export const saysConfidential = (object: ObjectName, record: JsonObject): boolean =>
  saidSecrets(object, record).length > 0 || marksOf(record).length > 0;

/** Its attributes that say so. */
export const marksOf = (record: JsonObject): readonly JsonObject[] =>
  (listOf(record, 'attributes') as readonly JsonObject[]).filter(isMark);

/** Whether it says that an address is confidential. */
export const saysOfPlace = (object: ObjectName, record: JsonObject): boolean =>
  saidSecrets(object, record).some(({ property }) => wordsOf(property).some((word) => placeWords.has(word)));

const placeWords: ReadonlySet<string> = new Set([
  ...['address', 'addresses', 'location', 'locations', 'place', 'site', 'street', 'map', 'maps', 'position'],
]);

/** Our mark of visibility, by its term or by any text of its own, or the words of a publisher for the same; only a plain PUBLIC denies it. */
export function isMark(attribute: JsonObject): boolean {
  const term = childOf(attribute, 'taxonomy_term') as JsonObject | null;
  const { id: _id, value, link_id: _owner, attributes: _attributes, metadata: _metadata, ...texts } = attribute;
  const named = [...(term ? [term.code, term.name, term.id] : []), ...Object.values(texts)].filter((text) => typeof text === 'string');
  const code = markNamedIn(named);
  if (code !== null) return code === havenCode.visibility && meansConfidential(value);
  return named.some((label) => labelSaysSecret(label, value) !== null);
}
