import { publicCellResolution } from '@haven/kernel';
import { getResolution, isValidCell } from 'h3-js';
import { havenCode, havenTerm } from './haven-attributes.js';
import { ownerKindOf } from './hsds/owner-kind.js';
import { type HsdsRecord, type JsonValue, type ObjectName, withoutGiven } from './hsds/record.js';
import { labelSaysSecret, mayLabelSay } from './says-secret.js';

/** Codes of the attributes by which a place says that it is confidential, and where. */
export const markCodes: readonly string[] = [havenCode.visibility, havenCode.publicCell];

const plainText = (value: JsonValue | undefined): string => (typeof value === 'string' ? value.trim().toUpperCase() : '');

/** Whether a publisher means that the place is confidential: only a plain PUBLIC leaves it open. */
export const meansConfidential = (value: JsonValue | undefined): boolean => plainText(value) !== 'PUBLIC';

/** Whether the value says so itself, without the term that it belongs to. */
export const saysConfidential = (value: JsonValue | undefined): boolean => plainText(value) === 'CONFIDENTIAL';

/** No finer than ours: a small cell would be as good as the position. */
export const isPublicCell = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' && isValidCell(value) && getResolution(value) <= publicCellResolution;

/** One of our marks that the record names in any of these texts. */
const namedIn = (texts: readonly (JsonValue | undefined)[]): string | null =>
  markCodes.find((code) => texts.some((text) => plainText(text) === code.toUpperCase())) ?? null;

/** Whether a term of this id makes marks of the attributes that name it. */
export const saysById = (id: string): boolean => namedIn([id]) !== null || mayLabelSay(id);

/** Our own term by its code, also when a publisher wrote that as its id or name only. */
export function plainTerm(record: HsdsRecord): HsdsRecord {
  const { code, name } = record.properties;
  const meant = record.object === 'taxonomy_term' ? namedIn([code, name, record.id]) : null;
  return meant === null || meant === code ? record : { ...record, properties: { ...record.properties, code: meant } };
}

/** Which mark of a place the attribute is, by its term or by any text of its own; null when it is none. */
export const markOf = (record: HsdsRecord, terms: ReadonlyMap<string, string>): string | null =>
  record.object === 'attribute' && mayBeOfPlace(record) ? codeOf(record, terms) : null;

/** Whether the attribute says of something else whether places are confidential. */
export const isMarkElsewhere = (record: HsdsRecord, terms: ReadonlyMap<string, string>): boolean =>
  record.object === 'attribute' && !mayBeOfPlace(record) && codeOf(record, terms) === havenCode.visibility;

/** What leads to places: a mark of it counts for each of them. */
export const leadingToPlaces: readonly ObjectName[] = ['service', 'service_at_location', 'organization', 'address'];

/** Whether an attribute may say whether places are confidential, wherever it stands. */
export const mayBeMark = (record: HsdsRecord): boolean => mayBeOfPlace(record) || leadsToPlaces(record);

/** Whether it belongs to anything that leads to places. */
export const leadsToPlaces = ({ links }: HsdsRecord): boolean => links.some(({ parentObject }) => leadingToPlaces.includes(parentObject));

function codeOf(record: HsdsRecord, terms: ReadonlyMap<string, string>): string | null {
  const named = record.references.filter(({ property }) => property === 'taxonomy_term').map(({ id }) => id);
  const meanings = named.map((id) => terms.get(id) ?? '');
  const { value, link_id: _id, ...texts } = record.properties;
  const code = meanings.find((one) => markCodes.includes(one)) ?? namedIn([...named, ...Object.values(texts)]);
  if (code !== null) return code;
  const labels = [...meanings.map(sayingOfMeaning), ...named, ...Object.values(texts)].filter((text) => typeof text === 'string');
  return labels.some((label) => labelSaysSecret(label, value) !== null) ? havenCode.visibility : null;
}

const saying = 'says:';
const sayingOfMeaning = (meaning: string): string => (meaning.startsWith(saying) ? meaning.slice(saying.length) : '');

/** What a term means to an attribute that names it: one of our codes, or the words in which a publisher speaks of secrecy; else null. */
export function termMeaning(record: HsdsRecord): string | null {
  if (record.object !== 'taxonomy_term') return null;
  const { code, name } = plainTerm(record).properties;
  if (typeof code === 'string' && markCodes.includes(code)) return code;
  const words = [name, code, record.id].find((text) => typeof text === 'string' && mayLabelSay(text));
  return words === undefined ? null : `${saying}${String(words)}`;
}

/** It names a location, or what it names is not known. */
export const mayBeOfPlace = ({ links }: HsdsRecord): boolean =>
  links.length === 0 || links.some(({ parentObject }) => parentObject === 'location');

/**
 * A mark as we keep it: its plain value, whom it belongs to and its term. Whatever else it says could tell of the place. One that is no mark,
 * or leaves its place open, stays as it is.
 */
export function plainMark(record: HsdsRecord, terms: ReadonlyMap<string, string>): HsdsRecord {
  const code = isMarkElsewhere(record, terms) ? havenCode.visibility : markOf(record, terms);
  if (code === null) return record;
  const { value } = record.properties;
  const termed = withoutGiven(withTerm(withPlace(record), code, terms));
  if (code === havenCode.publicCell) return isPublicCell(value) ? { ...termed, properties: shownOf(termed) } : record;
  if (meansConfidential(value)) return { ...termed, properties: { ...shownOf(termed), value: 'CONFIDENTIAL' } };
  return { ...termed, properties: { ...record.properties, value: 'PUBLIC' } };
}

/** Whom an attribute names as its owner, when nobody knows what kind of object that is; null: it is known, or none is named. */
export function unknownOwnerOf({ links, properties: { link_id: id, link_entity: kind } }: HsdsRecord): string | null {
  const named = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
  return links.length > 0 || named === '' || ownerKindOf(kind) !== null ? null : named;
}

/** A mark whose owner's kind nobody knows is meant for a place; it counts for what leads to places and has that id, too. */
function withPlace(record: HsdsRecord): HsdsRecord {
  const named = unknownOwnerOf(record);
  if (named === null) return record;
  return { ...record, links: [{ parentObject: 'location', parentId: named, property: 'attributes', position: 0 }] };
}

/** A term that is not there, or is another one than the attribute says, is ours from now on. */
function withTerm(record: HsdsRecord, code: string, terms: ReadonlyMap<string, string>): HsdsRecord {
  const isKnown = record.references.some(({ property, id }) => property === 'taxonomy_term' && terms.get(id) === code);
  if (isKnown) return record;
  const others = record.references.filter(({ property }) => property !== 'taxonomy_term');
  return { ...record, references: [...others, { property: 'taxonomy_term', object: 'taxonomy_term', id: havenTerm(code).id }] };
}

const shownOf = ({ properties, links }: HsdsRecord): HsdsRecord['properties'] =>
  shownOfMark(
    properties,
    links.map(({ parentId }) => parentId),
  );

/** All that a mark of these owners shows of itself. */
export function shownOfMark(properties: HsdsRecord['properties'], owners: readonly string[]): HsdsRecord['properties'] {
  const { value, link_id: id, link_entity: kind } = properties;
  const isOwn = owners.some((owner) => owner === id);
  return {
    ...(value !== undefined && { value }),
    ...(isOwn && { link_id: id! }),
    ...(ownerKindOf(kind) !== null && { link_entity: kind! }),
  };
}
