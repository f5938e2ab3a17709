import { leak } from './leak.js';
import type { Leak, Place, Sign } from './leak.js';

const published = 'libs/registry/src/confidentiality/public-fields.ts';

const shownOfAddress: Place = { file: published, find: "addresses: { fields: ['city', " };
const shownOfLocation: Place = { file: published, find: "fields: ['location_type', " };
const ofPlace: Place = { file: published, find: '    location: {\n      nested: {\n' };

/** The sign: a difference in the entry of the service. */
const sign = (pattern: string): Sign => ({ in: 'service ', as: new RegExp(pattern, 'g') });

/** A property is among the published fields of a confidential place. */
const property = (name: string, at: Place, field: string): Leak =>
  leak(name, sign(`${field} of ${at === shownOfAddress ? 'address' : 'location'}: [^"]*`), [
    at,
    (on) => `...(${on} ? ['${field}'] : []), `,
  ]);

/** Nested records of a confidential place are published. */
const records = (name: string, list: string, fields: readonly string[], shows: string): Leak =>
  leak(name, sign(shows), [ofPlace, (on) => `        ...(${on} ? { ${list}: { fields: ${JSON.stringify(fields)} } } : {}),\n`]);

/** Leaks of parts of a place's record. */
export const recordLeaks: readonly Leak[] = [
  property('the postal code', shownOfAddress, 'postal_code'),
  property('the second address line', shownOfAddress, 'address_2'),
  property('the region', shownOfAddress, 'region'),
  property('to whose attention', shownOfAddress, 'attention'),
  property('the way there', shownOfLocation, 'transportation'),
  property('the description of the location', shownOfLocation, 'description'),
  property('the alternate name of the location', shownOfLocation, 'alternate_name'),
  records('phones of the location', 'phones', ['number'], '"number":"[^"]*'),
  records('hours of the location', 'schedules', ['description', 'opens_at'], '"opens_at":"[^"]*'),
  records('how to get in', 'accessibility', ['description'], 'description of accessibility: [^"]*'),
  records('the change history of the location', 'metadata', ['field_name', 'previous_value'], '"previous_value":"[^"]*'),
];
