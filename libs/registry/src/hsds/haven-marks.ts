import { publicCellResolution } from '@haven/kernel';
import { getResolution, isValidCell } from 'h3-js';
import { havenAttribute, havenCode } from './haven-attributes.js';
import { ownerColumns, ownerKindOf } from './owner-kind.js';
import type { HsdsRecord, JsonValue, ObjectName } from './record.js';
import { mayLabelSay } from './says-secret.js';

/** Codes of the attributes by which a place says that it is confidential, and where. */
export const markCodes: readonly string[] = [havenCode.visibility, havenCode.publicCell];

const plainText = (value: JsonValue | undefined): string => (typeof value === 'string' ? value.trim().toUpperCase() : '');

/** Whether a publisher means that the place is confidential: only a plain PUBLIC leaves it open. */
export const meansConfidential = (value: JsonValue | undefined): boolean => plainText(value) !== 'PUBLIC';

/** No finer than ours: a small cell would be as good as the position. */
export const isPublicCell = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' && isValidCell(value) && getResolution(value) <= publicCellResolution;

/** One of our marks that any of these texts names. */
export const markNamedIn = (texts: readonly (JsonValue | undefined)[]): string | null =>
  markCodes.find((code) => texts.some((text) => plainText(text) === code.toUpperCase())) ?? null;

/** Whether a term of this id makes marks of the attributes that name it. */
export const saysById = (id: string): boolean => markNamedIn([id]) !== null || mayLabelSay(id);

/** What leads to places: that it is confidential counts for each of them. */
export const leadingToPlaces: readonly ObjectName[] = ['service', 'service_at_location', 'organization', 'address'];

/** An attribute whose owner's kind nobody knows belongs to whatever has that id and is a place or leads to one. */
export function withPossibleOwners(record: HsdsRecord): HsdsRecord {
  if (record.object !== 'attribute' || record.links.length > 0) return record;
  const { link_id: id, link_entity: kind } = record.properties;
  const named = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
  if (named === '' || ownerKindOf(kind) !== null) return record;
  const { property } = ownerColumns.attribute!;
  const links = (['location', ...leadingToPlaces] as const).map((object) => ({
    parentObject: object,
    parentId: named,
    property,
    position: 0,
  }));
  return { ...record, links };
}

/** Whether the record may be a mark, or the term that makes one of an attribute. */
export const mayTellSecret = ({ object, properties, references }: HsdsRecord): boolean =>
  object === 'attribute'
    ? [...references.map(({ id }) => id), ...Object.values(properties)].some(
        (text) => typeof text === 'string' && (saysById(text) || text === 'CONFIDENTIAL'),
      )
    : object === 'taxonomy_term' && Object.values(properties).some((text) => typeof text === 'string' && saysById(text));

/** Attributes and terms by which a record tells that its location is confidential, and in which area. */
export const marksOfPlace = (locationId: string, cell: string | null): readonly HsdsRecord[] => [
  ...visibilityRecords(locationId),
  ...(cell === null ? [] : havenAttribute({ object: 'location', id: locationId }, 'attributes', havenCode.publicCell, cell, 900_000)),
];

/** Attribute and term by which a record tells that its location is confidential. */
export const visibilityRecords = (locationId: string): readonly HsdsRecord[] =>
  havenAttribute({ object: 'location', id: locationId }, 'attributes', havenCode.visibility, 'CONFIDENTIAL', 0);
