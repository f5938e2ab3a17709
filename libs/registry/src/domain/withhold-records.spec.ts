import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from './hsds/record.js';
import { idsNamed, withoutNaming } from './own-objects.js';
import { sealedKeys, withoutRecords } from './withhold-records.js';

const change = (id: string, more: JsonObject): JsonObject => ({ id, field_name: 'address_1', previous_value: 'Jalan Rahasia 77', ...more });

/** A service at one place, with what tells of it. */
const service: JsonObject = {
  id: 's',
  phones: [{ id: 'p', number: '1' }],
  metadata: [change('by kind', { resource_type: 'address', resource_id: 'a' }), change('by id', { resource_id: 'a' })],
  attributes: [{ id: 'own', link_entity: 'service', link_id: 's', value: 'kept' }],
  organization: { id: 'o', metadata: [change('of the organization', { resource_type: 'locations', resource_id: 'l' })] },
  x_history: [
    { resource_id: 'a', old: 'Jalan Rahasia 77' },
    { resource_id: 'other', old: 'Open Road 1' },
  ],
  service_at_locations: [
    {
      id: 'x',
      location: {
        id: 'l',
        addresses: [{ id: 'a', address_1: 'Jalan Rahasia 77' }],
        attributes: [{ id: 'mark', link_entity: 'location', link_id: 'l', value: 'CONFIDENTIAL' }],
      },
    },
  ],
};
const inside = [
  { object: 'location', id: 'l' },
  { object: 'address', id: 'a' },
] as const;

describe('what tells of a record that is sealed', () => {
  it('goes with it, by its kind or by its id alone; marks of the place and other records stay', () => {
    const { gone: _gone, ...named } = sealedKeys(inside, []);
    const told = withoutRecords(service, 'service', { ...named, gone: new Set() });
    expect(told.metadata).toBeUndefined();
    expect(told.organization).toEqual({ id: 'o' });
    expect(told.attributes).toEqual(service.attributes);
    expect(told.service_at_locations).toEqual(service.service_at_locations);
  });

  it('is gone itself, when it is sealed as a whole', () => {
    expect(withoutRecords(service, 'service', sealedKeys([{ object: 'phone', id: 'p' }], [])).phones).toBeUndefined();
  });

  it('may be an object of a publisher of its own', () => {
    expect(idsNamed(service, 'service')).toEqual(expect.arrayContaining(['a', 'other']));
    expect(withoutNaming(service, 'service', new Set(['a'])).x_history).toEqual([{ resource_id: 'other', old: 'Open Road 1' }]);
    expect(withoutNaming({ id: 's', x_by: { a: { old: 'Jalan Rahasia 77' } } }, 'service', new Set(['a']))).toEqual({ id: 's' });
  });

  it('may name it by a reference', () => {
    for (const ref of ['location/a', 'urn:hsds:location:a', 'https://example.org/locations/a/', '#a', '/locations?id=a', ['locations/a']]) {
      const told = { id: 's', x_moves: [{ ref, old: 'Jalan Rahasia 77' }] };
      expect(idsNamed(told, 'service')).toContain('a');
      expect(withoutNaming(told, 'service', new Set(['a']))).toEqual({ id: 's' });
    }
    const other = { id: 's', x_moves: [{ ref: 'location/ab', '@id': 'b', text: 'see location/a for more' }] };
    expect(withoutNaming(other, 'service', new Set(['a']))).toEqual(other);
    expect(withoutNaming(other, 'service', new Set(['b']))).toEqual({ id: 's' });
  });
});
