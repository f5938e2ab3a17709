import { leadingToPlaces } from '../hsds/visibility-tags.js';
import { isObjectName, type ObjectName } from '../hsds/record.js';
import { keyText, type RecordKey } from '../hsds/relation.js';

/** Records that everybody shares, or that lead to places. If such a record is confidential, that means something else. */
const neverClosed: ReadonlySet<ObjectName> = new Set([
  ...leadingToPlaces,
  'location',
  'program',
  'taxonomy',
  'taxonomy_term',
  'unit',
  'meta_table_description',
]);

/** Whether a record of this kind can be confidential without a place: a phone, a contact, a schedule. */
export const mayBeClosed = (object: ObjectName): boolean => !neverClosed.has(object);

/** No location in a directory has an id with this prefix. */
export const closedPrefix = '\u{10FFFD}haven:record:';

/** The id under which a confidential record is listed among confidential places. */
export const closedIdOf = (key: RecordKey): string => `${closedPrefix}${keyText(key)}`;

/** What such an id stands for: a location, or a record that is confidential itself. */
export function keyOfClosed(id: string): RecordKey {
  const [object, ...rest] = id.startsWith(closedPrefix) ? id.slice(closedPrefix.length).split(':') : [];
  return isObjectName(object) ? { object, id: rest.join(':') } : { object: 'location', id };
}
