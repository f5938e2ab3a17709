import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { flatten } from './flatten.js';
import { Ordinals, topOf } from './missing-id.js';
import type { JsonObject, ObjectName } from './record.js';

/** Texts about a place that must not influence an id. */
interface Secrets {
  text(): string;
  degrees(): number;
}

/** The texts of two worlds differ, and so does which of them are equal. */
const secretsOf = (seed: string, repeats: number): Secrets => {
  let count = 0;
  return { text: () => `${seed} ${count++ % repeats}`, degrees: () => (count++ % repeats) + seed.length / 100 };
};

interface Shape {
  readonly marked: 'nested' | 'by id' | 'elsewhere';
  readonly ids: boolean;
  readonly names: readonly string[];
  readonly parts: number;
}
const shape: fc.Arbitrary<Shape> = fc.record({
  marked: fc.constantFrom('nested', 'by id', 'elsewhere'),
  ids: fc.boolean(),
  names: fc.array(fc.constantFrom('House', 'Home', ''), { minLength: 1, maxLength: 3 }),
  parts: fc.integer({ min: 1, max: 2 }),
});

const term = { code: 'haven:visibility', name: 'haven:visibility' };
const marks = { nested: [{ value: 'CONFIDENTIAL', taxonomy_term: term }], 'by id': [{ value: 'CONFIDENTIAL', taxonomy_term_id: 't' }] };
const many = (count: number, make: () => JsonObject): JsonObject[] => Array.from({ length: count }, make);

const phoneOf = ({ text }: Secrets): JsonObject => ({ number: text(), description: text(), languages: [{ note: text() }] });
const reachedBy = (secrets: Secrets, parts: number): JsonObject => ({
  description: secrets.text(),
  phones: many(parts, () => phoneOf(secrets)),
  contacts: many(parts, () => ({ name: secrets.text(), phones: [phoneOf(secrets)] })),
  schedules: many(parts, () => ({ description: secrets.text() })),
  attributes: [{ value: secrets.text(), taxonomy_term: { code: 'x', name: 'x' } }],
  metadata: [{ previous_value: secrets.text() }],
});
const addressOf = (secrets: Secrets): JsonObject => ({ address_1: secrets.text(), postal_code: secrets.text(), city: 'Medan' });

function locationOf(secrets: Secrets, { marked, ids, parts }: Shape, name: string): JsonObject {
  const reached = reachedBy(secrets, parts);
  return {
    ...(ids && { id: `location ${name}` }),
    ...reached,
    name,
    latitude: secrets.degrees(),
    longitude: secrets.degrees(),
    geo: { street: secrets.text() },
    addresses: many(parts, () => addressOf(secrets)),
    accessibility: many(parts, () => ({ description: secrets.text() })),
    languages: [{ note: secrets.text() }],
    attributes: [...(reached.attributes as JsonObject[]), ...(marked === 'elsewhere' ? [] : marks[marked])],
  };
}

/** Rows of a tabular JSON, or single objects, whose owner is in another file. */
const rows = (secrets: Secrets): [ObjectName, JsonObject][] => [
  ['address', { ...addressOf(secrets), location_id: 'l' }],
  ['address', { ...addressOf(secrets), location_id: 'l' }],
  ['accessibility', { description: secrets.text(), location_id: 'l' }],
  ['phone', { number: secrets.text(), location_id: 'l', service_id: 's' }],
  ['phone', { number: secrets.text(), contact_id: 'c' }],
  ['contact', { name: secrets.text(), service_at_location_id: 'at', phones: [phoneOf(secrets)] }],
  ['schedule', { description: secrets.text(), location_id: 'l' }],
  ['schedule', { description: secrets.text() }],
  ['language', { note: secrets.text(), phone_id: 'p' }],
  ['service_area', { name: secrets.text(), service_at_location_id: 'at' }],
  ['service_at_location', { description: secrets.text(), service_id: 's', location_id: 'l' }],
  ['attribute', { value: secrets.text(), link_entity: 'location', link_id: 'l' }],
  ['metadata', { previous_value: secrets.text(), resource_type: 'address', resource_id: 'a' }],
];

function documentsOf(secrets: Secrets, given: Shape): [ObjectName, JsonObject][] {
  const places = () => given.names.map((name) => locationOf(secrets, given, name));
  const service = (): JsonObject => ({
    name: 'Shelter',
    description: 'Beds',
    phones: [{ number: '110' }],
    service_at_locations: places().map((location) => ({ ...reachedBy(secrets, given.parts), location })),
  });
  return [
    ['service', service()],
    ['organization', { name: 'O', locations: places(), services: [service(), service()] }],
    ...places().map((location): [ObjectName, JsonObject] => ['location', location]),
    ...rows(secrets),
  ];
}

const namesOf = (documents: [ObjectName, JsonObject][]): string[] => {
  const ordinals = new Ordinals();
  return documents.flatMap(([object, document]) =>
    flatten(object, document, topOf(ordinals)).records.map(({ record }) => `${record.object} ${record.id}`),
  );
};

describe('a derived id', () => {
  it('never depends on what is secret at a confidential place, whatever says that it is one', () => {
    const world = fc.tuple(fc.string(), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(shape, world, world, (given, here, there) => {
        expect(namesOf(documentsOf(secretsOf(...here), given))).toEqual(namesOf(documentsOf(secretsOf(...there), given)));
      }),
      { numRuns: 30 },
    );
  });

  it('distinguishes all parts of a place, within a document and between documents', () => {
    fc.assert(
      fc.property(shape, (given) => {
        const names = namesOf(documentsOf(secretsOf('x', 1), { ...given, ids: false }));
        for (const object of ['location', 'address', 'phone', 'schedule', 'contact'])
          expect(new Set(names.filter((name) => name.startsWith(`${object} `))).size).toBe(expectedCount(given, object));
      }),
      { numRuns: 20 },
    );
  });

  it('stays if rows of other places come in between, or the places of a service change order', () => {
    const row = (location_id: string, street: string): [ObjectName, JsonObject] => ['address', { location_id, address_1: street }];
    const [first, second] = namesOf([row('a', 'x'), row('b', 'y')]);
    expect(namesOf([row('c', 'z'), row('b', 'y'), row('a', 'x')]).slice(1)).toEqual([second, first]);
    const service = (...names: string[]): [ObjectName, JsonObject] => [
      'service',
      { id: 's', name: 'S', service_at_locations: names.map((name) => ({ location: { name } })) },
    ];
    expect(namesOf([service('a', 'b')]).sort()).toEqual(namesOf([service('b', 'a')]).sort());
  });

  it('depends on all data of an object that is never at a place', () => {
    const idOf = (object: ObjectName, document: JsonObject) => namesOf([[object, document]])[0];
    for (const object of ['organization', 'service', 'unit', 'taxonomy_term'] as const) {
      expect(idOf(object, { name: 'a' })).toBe(idOf(object, { name: 'a' }));
      expect(idOf(object, { name: 'a' })).not.toBe(idOf(object, { name: 'b' }));
    }
    const phones = (...numbers: string[]) => namesOf(numbers.map((number) => ['phone', { number, service_id: 's' }]));
    expect(phones('1', '2')).toEqual(phones('2', '1').reverse());
  });
});

/** In the documents above each place is three times below services, once below its organization, once on its own. */
function expectedCount({ names, parts }: Shape, object: string): number {
  const places = names.length * 5;
  const visits = names.length * 3;
  const counts: Record<string, number> = {
    location: places,
    address: places * parts + 2,
    schedule: (places + visits) * parts + 2,
    contact: (places + visits) * parts + 1,
    phone: (places + visits) * parts * 2 + 3 + 1,
  };
  return counts[object]!;
}
