import { leak } from './leak.js';
import type { Leak, Place, Sign } from './leak.js';

const sealed = 'libs/registry/src/domain/sealed-location.ts';
const published = 'libs/registry/src/domain/confidentiality/public-fields.ts';

/** What is kept in the open, and what is published of it. */
const shownOfAddress: readonly Place[] = [
  { file: sealed, find: "address: ['city', " },
  { file: published, find: "addresses: { fields: ['city', " },
];
const shownOfLocation: readonly Place[] = [
  { file: sealed, find: "location: ['name', " },
  { file: published, find: "fields: ['location_type', " },
];
const shownObjects: Place = { file: sealed, find: 'const shown: { readonly [object: string]: readonly string[] } = {\n' };
const ofPlace: Place = { file: published, find: '    location: {\n      nested: {\n' };

/** In the entry of the service. */
const sign = (pattern: string): Sign => ({ in: 'service ', as: new RegExp(pattern, 'g') });

/** A property of an object that has a shown part is in the list of what is shown. */
const property = (name: string, at: readonly Place[], field: string): Leak =>
  leak(
    name,
    sign(`${field} of ${at === shownOfAddress ? 'address' : 'location'}: [^"]*`),
    ...at.map((place) => [place, (on: string) => `...(${on} ? ['${field}'] : []), `] as const),
  );

/** Records that hang on a confidential place are shown: kept in the open, and told with the place. */
const records = (name: string, object: string, list: string, fields: readonly string[], shows: string): Leak =>
  leak(
    name,
    sign(shows),
    [shownObjects, (on) => `  ...(${on} ? { ${object}: ${JSON.stringify(fields)} } : {}),\n`],
    [ofPlace, (on) => `        ...(${on} ? { ${list}: { fields: ${JSON.stringify(fields)} } } : {}),\n`],
  );

/** Parts of the record of a place. */
export const recordLeaks: readonly Leak[] = [
  property('the postal code', shownOfAddress, 'postal_code'),
  property('the second address line', shownOfAddress, 'address_2'),
  property('the region', shownOfAddress, 'region'),
  property('to whose attention', shownOfAddress, 'attention'),
  property('the way there', shownOfLocation, 'transportation'),
  property('the description of the location', shownOfLocation, 'description'),
  property('the alternate name of the location', shownOfLocation, 'alternate_name'),
  records('phones of the location', 'phone', 'phones', ['number'], '"number":"[^"]*'),
  records('hours of the location', 'schedule', 'schedules', ['description', 'opens_at'], '"opens_at":"[^"]*'),
  records('how to get in', 'accessibility', 'accessibility', ['description'], 'description of accessibility: [^"]*'),
  records('the change history of the location', 'metadata', 'metadata', ['field_name', 'previous_value'], '"previous_value":"[^"]*'),
];
