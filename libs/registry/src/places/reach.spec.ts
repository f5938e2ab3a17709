import { describe, expect, it } from '@jest/globals';
import type { FindTown } from '@haven/gazetteer';
import { contradictedPlaces } from './contradicted.js';
import type { JsonRecord } from '../reading/json-record.js';
import { reachRemarks } from './reach.js';

const place = (latitude: number | null, longitude: number | null, country: string | null = null) => ({
  id: 'l',
  latitude,
  longitude,
  addresses: country === null ? [] : [{ country }],
});
/** A gazetteer with one town. */
const findTown: FindTown = ({ city, postalCode, country }) =>
  country !== 'FR' && (city === 'Medan' || postalCode === '20111') ? { name: city, country: 'ID', latitude: 3.58, longitude: 98.67 } : null;
const at = (...places: object[]) => ({ service_at_locations: places.map((location) => ({ location })) });
const told = (service: object, cells: ReadonlyMap<string, string | null> = new Map()) =>
  reachRemarks(service as JsonRecord, cells, {
    findTown,
    doubted: new Set(contradictedPlaces(service as JsonRecord, cells).map(({ id }) => id)),
  }).map(({ code, message, locationId }) => [code, locationId, message.split('. ')[1]]);

describe('reachRemarks', () => {
  it.each([
    ['no place', at()],
    ['a place without a position', at(place(null, null, 'US'))],
    ['0, 0', at(place(0, 0, 'US'))],
    ['half a position', at(place(38.9, null, 'US'))],
    ['not on Earth', at(place(138, 20))],
  ])('%s: match cannot find the service', (_name, service) => {
    expect(told(service)).toEqual([['POSITION_MISSING', null, expect.stringContaining('latitude and longitude')]]);
  });

  it('looks for a place without a position in its town', () => {
    const inTown = (country: string) => at({ id: 'l', addresses: [{ city: 'Medan', country }] });
    expect(told(inTown('ID'))).toEqual([['POSITION_BY_CITY', 'l', 'Give latitude and longitude.']]);
    expect(told(inTown('FR'))).toEqual([['POSITION_MISSING', null, expect.anything()]]);
  });

  it.each([
    ['town', { city: 'Medan' }, 'in the middle of Medan (ID)'],
    ['postal code', { postal_code: '20111' }, 'around the postal code (ID)'],
  ])('says where match looks: by %s', (_, address, where) => {
    const service = at({ id: 'l', addresses: [{ ...address, country: 'ID' }] }) as JsonRecord;
    const [remark] = reachRemarks(service, new Map(), { findTown, doubted: new Set() });
    expect(remark!.message).toContain(`match looks for it ${where} that its address names`);
  });

  it.each([
    ['one of two places has a position', at({ ...place(null, null), id: 'm' }, place(42, 21.43, 'MK'))],
    ['a border is near', at(place(13.658, 102.563, 'TH'))],
    ['a territory counts as its country', at(place(18.46, -66.1, 'US'))],
    ['and is a country too', at(place(18.46, -66.1, 'PR'))],
    ['the address names no country', at(place(21.43, 41.99))],
  ])('%s: nothing to report', (_name, service) => {
    expect(told(service)).toEqual([]);
  });

  it.each([
    ['exchanged', place(21.43, 41.99, 'MK'), 'Latitude and longitude are exchanged: exchange them.'],
    ['without its sign', place(38.9, 77.03, 'US'), 'A minus sign is missing or too many: correct it.'],
    ['in the ocean', place(-40, -120, 'LA'), 'Correct the position or the address.'],
  ])('a position that is %s', (_name, wrong, hint) => {
    const [elsewhere, missing] = told(at(wrong));
    expect([elsewhere, missing![0]]).toEqual([['POSITION_ELSEWHERE', 'l', hint], 'POSITION_MISSING']);
  });

  it('a position that is far from the postal code', () => {
    const address = { city: 'Washington', state_province: 'DC', postal_code: '20001', country: 'US' };
    const one = at({ ...place(32.781, -96.799), addresses: [address] });
    const [elsewhere] = reachRemarks(one as JsonRecord, new Map(), { findTown, doubted: new Set(['l']) });
    expect(elsewhere!.message).toBe(
      'The position is far from the town and the postal code that the address names, so it does not count. Correct the position or the address.',
    );
  });

  it('of a confidential place says only whether it has a position', () => {
    const sealed = at(place(null, null, 'US'));
    expect(told(sealed, new Map([['l', '85283473fffffff']]))).toEqual([]);
    const byCode = at({ id: 'l', addresses: [{ postal_code: '20111', country: 'ID' }] });
    for (const one of [sealed, byCode]) expect(told(one, new Map([['l', null]]))).toEqual([['POSITION_MISSING', null, expect.anything()]]);
    expect(told(at(place(21.43, 41.99, 'US')), new Map([['l', '85283473fffffff']]))).toEqual([]);
  });
});
