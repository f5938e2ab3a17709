import { describe, expect, it } from '@jest/globals';
import type { HsdsRecord, ObjectName } from './hsds/record.js';
import { splitSecret } from './split-secret.js';

const at = (parentObject: ObjectName, parentId: string, property: string) => ({ parentObject, parentId, property, position: 0 });
const record = (object: ObjectName, id: string, links: HsdsRecord['links'] = [], more: Partial<HsdsRecord> = {}): HsdsRecord => ({
  object,
  id,
  properties: {},
  references: [],
  links,
  ...more,
});
const attribute = (id: string, term: string, value: string, links = [at('location', 'L', 'attributes')]) =>
  record('attribute', id, links, { properties: { value }, references: [{ property: 'taxonomy_term', object: 'taxonomy_term', id: term }] });
const known = {
  places: new Set(['L']),
  members: new Map([['contact:old', 'L']]),
  terms: new Map([
    ['tv', 'haven:visibility'],
    ['tc', 'haven:public-cell'],
    ['tx', 'other'],
  ]),
  holders: new Map([
    ['phone:in-both', [{ object: 'service', id: 's' } as const]],
    ['phone:below', [{ object: 'contact', id: 'c' } as const]],
  ]),
  standing: new Map([['service_at_location:stands', 'L']]),
};
const idsOf = (records: readonly HsdsRecord[]) => records.map(({ id }) => id);

describe('what is secret of a confidential place', () => {
  const records = [
    record('language', 'deep', [at('phone', 'p', 'languages')]),
    record('location', 'L', [at('organization', 'o', 'locations')]),
    record('location', 'M'),
    record('phone', 'p', [at('contact', 'c', 'phones')]),
    record('contact', 'c', [at('location', 'L', 'contacts')]),
    record('phone', 'of-old', [at('contact', 'old', 'phones')]),
    record('phone', 'both', [at('location', 'L', 'phones'), at('service', 's', 'phones')]),
    record('phone', 'open', [at('location', 'M', 'phones')]),
    record('phone', 'in-both', [at('location', 'L', 'phones')]),
    record('phone', 'below'),
    record('service_at_location', 'stands', [at('service', 's', 'service_at_locations')]),
    record('service_at_location', 'here', [], { references: [{ property: 'location', object: 'location', id: 'L' }] }),
    record('service_at_location', 'there', [], { references: [{ property: 'location', object: 'location', id: 'M' }] }),
    record('schedule', 'way-in', [at('service_at_location', 'stands', 'schedules')]),
    attribute('said', 'tv', 'CONFIDENTIAL'),
    attribute('cell', 'tc', '85652353fffffff'),
    attribute('false-cell', 'tc', '3.59, 98.67'),
    attribute('fine-cell', 'tc', '8f650d4eec89b30'),
    attribute('smuggled', 'tv', 'Jalan 5'),
    attribute('foreign', 'tx', 'Jalan 5'),
    attribute('elsewhere', 'tv', 'CONFIDENTIAL', [at('address', 'a', 'attributes')]),
  ];
  const split = splitSecret(records, known);

  it('is all that hangs on it alone, at any depth and in any order', () => {
    expect(split.places).toMatchObject([{ locationId: 'L', toldCell: '85652353fffffff' }]);
    expect(idsOf(split.places[0]!.records).sort()).toEqual([
      'L',
      'below',
      'c',
      'deep',
      'false-cell',
      'fine-cell',
      'foreign',
      'here',
      'of-old',
      'p',
      'smuggled',
      'stands',
      'way-in',
    ]);
  });

  it('is nothing else, and what is open as well is not told to be there', () => {
    expect(idsOf(split.open)).toEqual(['M', 'both', 'open', 'in-both', 'there', 'said', 'cell', 'elsewhere']);
    expect(split.open.find(({ id }) => id === 'both')?.links).toEqual([at('service', 's', 'phones')]);
  });
});
