import { publicCellResolution } from '@haven/kernel';
import { getResolution, isValidCell } from 'h3-js';
import { havenAttribute, havenCode } from './haven-attributes.js';
import { ownerColumns, ownerKindOf } from './owner-kind.js';
import type { HsdsRecord, JsonValue, ObjectName } from './record.js';
import { mayLabelSay } from './says-secret.js';

/** Codes of the attributes that tag a place as confidential and give its area. */
export const tagCodes: readonly string[] = [havenCode.visibility, havenCode.publicCell];

const plainText = (value: JsonValue | undefined): string => (typeof value === 'string' ? value.trim().toUpperCase() : '');

/** Whether a publisher means that the place is confidential. Only a plain PUBLIC leaves it public. */
export const meansConfidential = (value: JsonValue | undefined): boolean => plainText(value) !== 'PUBLIC';

/** Not finer than Haven's own cells: a small cell would be as good as the position. */
export const isPublicCell = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' && isValidCell(value) && getResolution(value) <= publicCellResolution;

/** The Haven tag code that one of these texts names. */
export const tagNamedIn = (texts: readonly (JsonValue | undefined)[]): string | null =>
  tagCodes.find((code) => texts.some((text) => plainText(text) === code.toUpperCase())) ?? null;

/** Whether a term with this id turns the attributes that name it into tags. */
export const isTagById = (id: string): boolean => tagNamedIn([id]) !== null || mayLabelSay(id);

/** Records that lead to places. A tag on one of them counts for each of its places. */
export const leadingToPlaces: readonly ObjectName[] = ['service', 'service_at_location', 'organization', 'address'];

/** If the kind of an attribute's owner is unknown, it belongs to every record with that id that is a place or leads to one. */
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

/** Whether the record may be a tag, or the term that makes an attribute one. */
export const mayBeTag = ({ object, properties, references }: HsdsRecord): boolean =>
  object === 'attribute'
    ? [...references.map(({ id }) => id), ...Object.values(properties)].some(
        (text) => typeof text === 'string' && (isTagById(text) || text === 'CONFIDENTIAL'),
      )
    : object === 'taxonomy_term' && Object.values(properties).some((text) => typeof text === 'string' && isTagById(text));

/** Attributes and terms that tag a location as confidential, with its area. */
export const tagsOfPlace = (locationId: string, cell: string | null): readonly HsdsRecord[] => [
  ...visibilityRecords(locationId),
  ...(cell === null ? [] : havenAttribute({ object: 'location', id: locationId }, 'attributes', havenCode.publicCell, cell, 900_000)),
];

/** Attribute and term that tag a location as confidential. */
export const visibilityRecords = (locationId: string): readonly HsdsRecord[] =>
  havenAttribute({ object: 'location', id: locationId }, 'attributes', havenCode.visibility, 'CONFIDENTIAL', 0);
