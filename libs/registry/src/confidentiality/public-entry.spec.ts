import { describe, expect, it } from '@jest/globals';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import fc from 'fast-check';
import { havenAttribute, havenCode } from '../hsds/haven-attributes.js';
import { noTowns } from '../places/place-town.js';
import { flatten } from '../hsds/flatten.js';
import { indexRecords, nest } from '../hsds/nest.js';
import { declarationOf } from '../hsds/objects.js';
import type { JsonObject, JsonValue, ObjectName } from '../hsds/record.js';
import { digestOfTexts, type EntryFacts, publicEntryOf } from './public-entry.js';

const medan = { latitude: 3.5951963, longitude: 98.6722227 };
const cell = publicCellOf(medan);
const facts: EntryFacts = {
  cells: new Map([['house', cell]]),
  withheld: new Set(),
  releasedTexts: null,
  isOrganizationClosed: false,
  verifiedAt: null,
  missingSince: null,
  version: 1,
  findTown: noTowns,
  doubted: new Set(),
};

/** Everything that a place may contain: all HSDS fields, and some of a publisher's own. */
function objectOf(object: ObjectName, depth: number): fc.Arbitrary<JsonObject> {
  const { scalars, nested } = declarationOf(object);
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(medan.latitude), fc.constant('Jalan Rahasia 77'), fc.constant(null));
  const below = depth === 0 ? [] : [...nested.values()].filter(({ name }) => name !== 'service' && name !== 'location');
  const parts = below.map(({ name, object: child, many }) =>
    (many ? fc.array(objectOf(child, depth - 1), { maxLength: 2 }) : objectOf(child, depth - 1)).map((one): JsonObject => ({
      [name]: one,
    })),
  );
  return fc
    .tuple(
      fc.dictionary(fc.constantFrom('x_door', 'latitude2', 'public', ...scalars.keys()), value, { maxKeys: 8 }),
      parts.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...parts), { maxLength: 3 }),
      fc.uuid(),
    )
    .map(([own, more, id]): JsonObject => Object.assign({ id }, own, ...more) as JsonObject);
}

const shownOfHouse = { id: 'house', name: 'House', location_type: 'physical' };
const shownOfAddress = { id: 'a', city: 'Medan', state_province: 'North', country: 'ID' };
/** Two houses that differ in everything except what is shown. */
const house = fc
  .tuple(objectOf('service_at_location', 2), objectOf('location', 2), objectOf('address', 1))
  .map(([at, location, address]): JsonObject => ({
    ...at,
    id: 'at',
    location: { ...location, ...shownOfHouse, addresses: [{ ...address, ...shownOfAddress }] },
  }));

const serviceAt = (...at: JsonObject[]): JsonObject => ({
  id: 's',
  name: 'Safe House',
  status: 'active',
  description: 'Behind Jalan Rahasia 77',
  x_door: 'Jalan Rahasia 77',
  organization: { id: 'o', name: 'O', description: 'Jalan Rahasia 77', x_office: 'Jalan Rahasia 77' },
  phones: [{ id: 'p', number: '+62 1', description: 'Jalan Rahasia 77' }],
  attributes: [{ id: 'x', value: 'Jalan Rahasia 77', label: 'way' }],
  metadata: [{ id: 'm', field_name: 'address_1', previous_value: 'Jalan Rahasia 77' }],
  service_at_locations: at,
});
const plain: JsonObject = {
  id: 'at',
  location: { ...shownOfHouse, ...medan, addresses: [{ ...shownOfAddress, address_1: 'Jalan Rahasia 77' }] },
};
const entryOf = (service: JsonObject, more: Partial<EntryFacts> = {}) => publicEntryOf(service, { ...facts, ...more })!;

/** Publishers often name a place by its street, and link to a map. */
describe('a name that repeats where a confidential place is', () => {
  const secrets = ['Rahasia', '77', '3.595', '98.672'];
  const extent = {
    type: 'Polygon',
    coordinates: [
      [
        [98.6722, 3.5952],
        [98.7, 3.5],
        [98.6, 3.4],
        [98.6722, 3.5952],
      ],
    ],
  };
  const telling: JsonObject = {
    ...serviceAt({ ...plain, location: { ...(plain.location as JsonObject), name: 'JALAN RAHASIA, 77' } }),
    name: 'Shelter at Jalan Rahasia 77',
    alternate_name: 'Jalan Rahasia No. 77 / Jalan Rahasia 77',
    url: 'https://maps.example.org/?q=3.5951963,98.6722227',
    email: 'help@example.org',
    organization: { id: 'o', name: 'Rumah Jalan Rahasia 77', website: 'https://example.org/jalan+rahasia+77' },
    program: { id: 'pr', name: 'Jalan Rahasia 77' },
    service_areas: [{ id: 'sa', extent: JSON.stringify(extent), extent_type: 'geojson' }],
    cost_options: [{ id: 'co', option: 'Free at Jalan Rahasia 77', amount: 0 }],
  };

  it('is withheld in every field', () => {
    const entry = entryOf(telling);
    for (const secret of secrets) expect([secret, JSON.stringify(entry).includes(secret)]).toEqual([secret, false]);
    expect(entry.service).toMatchObject({ name: 'Name withheld', email: 'help@example.org', organization: { name: 'Name withheld' } });
  });

  it('is withheld while a place waits for a decision', () => {
    const entry = entryOf(telling, { cells: new Map(), withheld: new Set(['house']) });
    for (const secret of secrets) expect([secret, JSON.stringify(entry).includes(secret)]).toEqual([secret, false]);
  });

  it('is shown of a public place, and other names stay', () => {
    const open = { cells: new Map(), withheld: new Set<string>() };
    expect(entryOf(telling, open).service.name).toBe('Shelter at Jalan Rahasia 77');
    expect(entryOf({ ...telling, name: 'Shelter Medan 24' }).service.name).toBe('Shelter Medan 24');
  });
});

describe('the published entry of a service with a confidential place', () => {
  it('is the same wherever the place is, and whatever hangs on it', () => {
    fc.assert(
      fc.property(house, house, (one, other) => expect(entryOf(serviceAt(one))).toEqual(entryOf(serviceAt(other)))),
      {
        numRuns: 300,
      },
    );
  });

  it('has the area, the names, and nothing else of the place', () => {
    const entry = entryOf(serviceAt(plain));
    expect(JSON.stringify(entry)).not.toMatch(/Rahasia|3\.5951|98\.6722/);
    expect(entry.service).toMatchObject({
      name: 'Safe House',
      description: null,
      confidential: true,
      organization: { id: 'o', name: 'O' },
      phones: [{ number: '+62 1' }],
      locations: [{ id: 'house', name: 'House', ...centreOfCell(cell), precision: 'AREA', address: null, city: 'Medan', country: 'ID' }],
    });
    expect(entry.publicCells).toEqual({ house: cell });
  });

  it('is in the town of its public address while its area is unknown', () => {
    const findTown: EntryFacts['findTown'] = ({ city, region, postalCode, country }) => ({
      ...{ name: `${city}`, country: `${country}` },
      ...{ latitude: `${city} ${region}${postalCode ?? ''}`.length, longitude: `${country}`.length },
    });
    const nowhere = { cells: new Map([['house', null]]), findTown };
    fc.assert(
      fc.property(house, house, (one, other) => expect(entryOf(serviceAt(one), nowhere)).toEqual(entryOf(serviceAt(other), nowhere))),
    );
    const { service, publicCells } = entryOf(serviceAt(plain), nowhere);
    expect(service.locations).toEqual([
      { ...{ id: 'house', name: 'House', latitude: 11, longitude: 2 }, precision: 'CITY', address: null, city: 'Medan', country: 'ID' },
    ]);
    expect(publicCells).toEqual({});
  });

  it('shows no field that is not in the list, wherever a publisher puts it', () => {
    const anywhere = fc.constantFrom<(value: JsonValue) => JsonObject>(
      (value) => ({ x_note: value }),
      (value) => ({ organization: { id: 'o', name: 'O', x_note: value, attributes: [{ id: 'v', value }] } }),
      (value) => ({ program: { id: 'pr', name: 'P', x_note: value } }),
      (value) => ({ languages: [{ id: 'l', code: 'id', x_note: value }] }),
      (value) => ({ contacts: [{ id: 'c', name: value }] }),
      (value) => ({ name: { deep: value } }),
      (value) => ({ capacities: [{ id: 'k', available: 1, unit: { id: 'u', name: 'bed', attributes: [{ id: 'v', label: value }] } }] }),
      (value) => ({ attributes: [{ id: 'v', value: 'ACCOMMODATION', label: value, metadata: [{ id: 'm', previous_value: value }] }] }),
    );
    const told = fc.constantFrom<JsonValue>('Jalan Rahasia 77', ['Jalan Rahasia 77'], { street: 'Jalan Rahasia 77' });
    fc.assert(
      fc.property(anywhere, told, (put, value) => {
        expect(JSON.stringify(entryOf({ ...serviceAt(plain), ...put(value) }))).not.toContain('Rahasia');
      }),
    );
  });

  it("keeps Haven's attributes in every list", () => {
    const records = [
      ...havenAttribute({ object: 'service', id: 's' }, 'attributes', havenCode.category, 'LEGAL', 0),
      ...flatten('service', serviceAt(plain)).records.map(({ record }) => record),
    ];
    const service = nest(
      records.find(({ object }) => object === 'service')!,
      indexRecords(records),
    );
    expect(entryOf(service).service.categories).toEqual(['LEGAL']);
  });

  it('uses texts that it does not show', () => {
    const service = {
      ...serviceAt(plain),
      languages: [{ id: 'l', name: 'Khmer', note: 'and more' }],
      minimum_age: 18,
      eligibility_description: 'Women in need who were trafficked',
    };
    expect(entryOf(service).service).toMatchObject({ languages: ['km'], admission: { persons: [{ minimumAge: 18, asked: true }] } });
    expect(JSON.stringify(entryOf(service))).not.toMatch(/and more|Women in need/);
  });

  it('shows released texts, and none that changed since', () => {
    const service = { ...serviceAt(plain), description: 'Beds for women' };
    const releasedTexts = digestOfTexts(service);
    expect(entryOf(service, { releasedTexts }).service.description).toBe('Beds for women');
    expect(entryOf(serviceAt(plain), { releasedTexts }).service.description).toBeNull();
    expect(
      entryOf({ ...service, organization: { id: 'o', name: 'O', description: 'New' } }, { releasedTexts }).service.description,
    ).toBeNull();
  });

  it('shows a public place beside it, without texts', () => {
    const office = {
      id: 'at2',
      description: 'Behind the house',
      location: { id: 'office', name: 'Office', latitude: 1, longitude: 2, transportation: 'Jalan Rahasia 77', x_door: 'Jalan Rahasia 77' },
    };
    const entry = entryOf(serviceAt(plain, office));
    expect(entry.service.locations[1]).toMatchObject({ id: 'office', latitude: 1, longitude: 2, precision: 'EXACT' });
    expect(JSON.stringify(entry)).not.toMatch(/Rahasia|Behind/);
  });
});

describe('the published entry of a service with a place that waits for a person', () => {
  const waits = { cells: new Map<string, string>(), withheld: new Set(['house']) };

  it('is that of one with a confidential place, without the place', () => {
    const entry = entryOf(serviceAt(plain), waits);
    expect(JSON.stringify(entry)).not.toMatch(/Rahasia|3\.5951|98\.6722|Medan|"house"/);
    expect(entry.service).toMatchObject({ name: 'Safe House', confidential: true, locations: [], description: null });
    expect(entry.publicCells).toEqual({});
  });

  it('goes on showing the other places', () => {
    const office = { id: 'at2', location: { id: 'office', name: 'Office', latitude: 1, longitude: 2 } };
    expect(entryOf(serviceAt(plain, office), waits).service.locations).toMatchObject([{ id: 'office', precision: 'EXACT' }]);
  });
});

describe('the published entry of a service without a confidential place', () => {
  it('has everything that its publisher gave', () => {
    const entry = entryOf(serviceAt(plain), { cells: new Map() });
    expect(entry.service).toMatchObject({
      description: 'Behind Jalan Rahasia 77',
      confidential: false,
      locations: [{ ...medan, precision: 'EXACT' }],
    });
    expect(entry.service.hsds).toEqual(serviceAt(plain));
  });
});
