import { describe, expect, it } from '@jest/globals';
import { publicCellOf } from '@haven/kernel';
import fc from 'fast-check';
import type { JsonObject } from '../hsds/record.js';
import { areaOf, visibilityOf, withoutRecords } from './visibility.js';

const medan = { latitude: 3.5951963, longitude: 98.6722227 };
const term = { id: 'tv', code: 'haven:visibility', name: 'x' };
const spots = ['service', 'organization', 'program', 'tie', 'location', 'address'] as const;
type Spot = (typeof spots)[number];
type Said = { readonly [spot in Spot]?: JsonObject };

/** A service at two places. The parts say something about the first. */
const service = (said: Said): JsonObject => ({
  id: 's',
  name: 'Shelter',
  ...said.service,
  organization: { id: 'o', name: 'O', ...said.organization },
  program: { id: 'p', name: 'P', ...said.program },
  service_at_locations: [
    { id: 'at', ...said.tie, location: { id: 'house', ...medan, ...said.location, addresses: [{ id: 'a', ...said.address }] } },
    { id: 'at2', location: { id: 'office', latitude: 1, longitude: 2 } },
  ],
});
const tag = (value: string | null): JsonObject => ({ attributes: [{ id: 'v', value, taxonomy_term: term }] });
const confidential = (said: Said) => [...visibilityOf(service(said)).places].filter(([, one]) => one === 'CONFIDENTIAL').map(([id]) => id);
/** Tagged here, every place of the service is confidential. */
const leadsToAll: readonly Spot[] = ['service', 'organization', 'program'];

describe('a place', () => {
  it('is public if nothing is said, or plainly PUBLIC', () => {
    const nothing = fc.constantFrom<JsonObject>(
      {},
      tag('PUBLIC'),
      tag(' public '),
      { public: 'yes' },
      { attributes: [{ id: 'x', value: 'y' }] },
    );
    const said = fc.record(Object.fromEntries(spots.map((spot) => [spot, nothing])) as { [spot in Spot]: typeof nothing });
    fc.assert(fc.property(said, (all) => expect(confidential(all)).toEqual([])));
  });

  it('is confidential as soon as anything on the way to it says so, whatever else is said', () => {
    const anything = fc.constantFrom<JsonObject>({}, tag('PUBLIC'), { public: 'yes' });
    const others = fc.record(Object.fromEntries(spots.map((spot) => [spot, anything])) as { [spot in Spot]: typeof anything });
    const saying = fc.constantFrom<JsonObject>(
      ...[tag('CONFIDENTIAL'), tag('hidden'), tag(''), tag(null), { confidential: 'yes' }, { isPrivate: true }],
      { attributes: [{ id: 'v', value: 'yes', label: 'Confidential' }] },
      { attributes: [{ id: 'v', value: 'secret', taxonomy_term: { id: 'haven:visibility' } }] },
      { phones: [{ id: 'ph', number: '1', address_confidential: 'yes' }] },
    );
    fc.assert(
      fc.property(others, fc.constantFrom(...spots.filter((spot) => spot !== 'address')), saying, (all, spot, words) => {
        expect(confidential({ ...all, [spot]: words })).toEqual(leadsToAll.includes(spot) ? ['house', 'office'] : ['house']);
      }),
    );
    expect(confidential({ address: tag('CONFIDENTIAL') })).toEqual(['house']);
    expect(confidential({ address: { do_not_publish: 'ask' } })).toEqual(['house']);
  });

  it('is known by its stated area, otherwise by its position', () => {
    const coarse = '845a9a5ffffffff';
    const told = { attributes: [{ id: 'c', value: coarse, taxonomy_term: { id: 'tc', code: 'haven:public-cell' } }] };
    expect(areaOf({ id: 'l', ...medan })).toBe(publicCellOf(medan));
    expect(areaOf({ id: 'l', ...medan, ...told })).toBe(coarse);
    expect(areaOf({ id: 'l' })).toBeNull();
  });
});

describe('a record with its own visibility tag', () => {
  const phones: JsonObject[] = [
    { id: 'ph', number: '1', is_private: 'true' },
    { id: 'open', number: '2' },
  ];

  it('is confidential itself, and its place is not', () => {
    const said: Said = { location: { phones }, service: { contacts: [{ id: 'c', name: 'Ana', ...tag('CONFIDENTIAL') }] } };
    expect(confidential(said)).toEqual([]);
    expect(visibilityOf(service(said)).records).toEqual([
      { object: 'phone', id: 'ph' },
      { object: 'contact', id: 'c' },
    ]);
  });

  it('is left out everywhere', () => {
    const given = service({ location: { phones }, service: { phones } });
    const left = JSON.stringify(withoutRecords('service', given, new Set(['phone:ph'])));
    expect(left).not.toContain('"ph"');
    expect(left.split('"open"')).toHaveLength(3);
    expect(withoutRecords('service', given, new Set(['phone:other']))).toBe(given);
  });
});
