import { codeOf, havenCode, workedOutLabel } from '../hsds/haven-attributes.js';
import { isPublicCell, tagCodes } from '../hsds/visibility-tags.js';
import type { JsonObject, JsonValue } from '../hsds/record.js';
import { childOf, isRecord, listOf, textOf } from '../reading/json-record.js';
import { type IsSecret, nothingSecret } from './place-secrets.js';
import { type PublicFields, termFields } from './public-fields.js';

/** Stands for a name that repeats what must not be known. */
export const withheldName = 'Name withheld';

/**
 * The named fields of an object, and of what is nested in it. A list or an object under the name of a field could hold anything. A field
 * that repeats a secret is left out, too, but not a text: a person read it and released it.
 */
export function namedParts(object: JsonObject, shown: PublicFields, withTexts: boolean, isSecret: IsSecret = nothingSecret): JsonObject {
  const names = [...shown.fields, ...(withTexts ? (shown.texts ?? []) : [])];
  const own = names.filter((name) => Object.hasOwn(object, name) && !isNested(object[name]!));
  const nested = Object.entries(shown.nested ?? {}).flatMap(([name, fields]): [string, JsonValue][] => {
    const part = nestedParts(object[name], fields, withTexts, isSecret);
    return part === undefined ? [] : [[name, part]];
  });
  const isHidden = (name: string): boolean => shown.fields.includes(name) && isSecret(object[name]!);
  const fieldOf = (name: string): [string, JsonValue][] =>
    isHidden(name) ? (name === 'name' ? [[name, withheldName]] : []) : [[name, object[name]!]];
  const attributes = shown.attributes === undefined ? [] : ourAttributes(object, isOurs[shown.attributes]);
  return {
    ...Object.fromEntries([...own.flatMap(fieldOf), ...nested]),
    ...(!withTexts && inOwnWords(object, shown)),
    ...(attributes.length > 0 && { attributes }),
  };
}

/** Hidden texts still decide who fits, so readers see what was understood of them. */
function inOwnWords(object: JsonObject, { understood = {} }: PublicFields): JsonObject {
  const words = Object.entries(understood).map(([name, read]) => [name, read(object)] as const);
  return Object.fromEntries(words.flatMap(([name, text]): [string, JsonValue][] => (text === null ? [] : [[name, text]])));
}

function nestedParts(value: JsonValue | undefined, fields: PublicFields, withTexts: boolean, isSecret: IsSecret): JsonValue | undefined {
  if (!Array.isArray(value)) return isRecord(value) ? namedParts(value as JsonObject, fields, withTexts, isSecret) : undefined;
  const parts = value.filter(isRecord).map((item) => namedParts(item as JsonObject, fields, withTexts, isSecret));
  return parts.length === 0 ? undefined : parts;
}

const isNested = (value: JsonValue): boolean => typeof value === 'object' && value !== null;

/** The texts that {@link namedParts} adds once they are released, each with the field that it stands in. */
export function textsIn(object: JsonObject, shown: PublicFields): readonly (readonly [field: string, text: JsonValue])[] {
  const own = (shown.texts ?? []).flatMap((name): [string, JsonValue][] => {
    const value = object[name];
    return value === undefined || isNested(value) ? [] : [[`${String(object.id)}.${name}`, value]];
  });
  const below = Object.entries(shown.nested ?? {}).flatMap(([name, fields]) => {
    const value = object[name];
    const items = (Array.isArray(value) ? value : [value]).filter(isRecord);
    return items.flatMap((item) => textsIn(item as JsonObject, fields));
  });
  return [...own, ...below];
}

type IsOurs = (code: string, value: string) => boolean;
const ourCodes: ReadonlySet<string> = new Set(Object.values(havenCode));

const isOurs: { readonly [which in NonNullable<PublicFields['attributes']>]: IsOurs } = {
  // A decision repeats a term in the words of its publisher.
  meaning: (code) => ourCodes.has(code) && ![...tagCodes, havenCode.decision, havenCode.missing].includes(code),
  marks: (code, value) => (code === havenCode.visibility ? value === 'CONFIDENTIAL' : code === havenCode.publicCell && isPublicCell(value)),
};

/** Whatever a publisher adds to an attribute of ours stays. */
function ourAttributes(owner: JsonObject, isShown: IsOurs): JsonObject[] {
  const ours = listOf(owner, 'attributes').filter((attribute) => {
    const [code, value] = [codeOf(attribute), textOf(attribute, 'value')];
    return code !== null && value !== null && isShown(code, value);
  });
  return ours.map((attribute) => named(attribute as JsonObject, owner));
}

function named(attribute: JsonObject, owner: JsonObject): JsonObject {
  const own = attribute.link_id === owner.id ? ['link_id', 'link_entity'] : [];
  const term = childOf(attribute, 'taxonomy_term') as JsonObject | null;
  return {
    ...namedParts(attribute, { fields: ['id', 'value', ...own] }, false),
    ...(attribute.label === workedOutLabel && { label: workedOutLabel }),
    ...(term !== null && { taxonomy_term: namedParts(term, termFields, false) }),
  };
}
