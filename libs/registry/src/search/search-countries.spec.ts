import { describe, expect, it } from '@jest/globals';
import type { ServiceView } from '@haven/events';
import { searchCountries } from './search-countries.js';

const at = (latitude: number, longitude: number, country: string | null = null) => ({ latitude, longitude, country });
const found = (...locations: object[]) => searchCountries({ locations, hsds: {} } as unknown as ServiceView);

describe('searchCountries', () => {
  it.each([
    ['what a place says, before where it lies', [at(3.58, 98.67, 'MY')], ['MY']],
    ['where it lies', [at(3.58, 98.67)], ['ID']],
    ['a territory with a code of its own, as a match does', [at(22.3, 114.17)], ['HK']],
    ['each country once', [at(3.58, 98.67), at(-6.2, 106.8), at(13.75, 100.5)], ['ID', 'TH']],
    ['none on the high seas', [at(-40, -120)], []],
  ])('is %s', (_, places, countries) => expect(found(...places)).toEqual(countries));

  it('is the countries of its addresses if it has no place on the map', () => {
    const addresses = [{ country: 'Canada' }, { country: 'Laos' }, { country: 'Middle Earth' }];
    const hsds = { service_at_locations: [{ location: { id: 'l', addresses } }] };
    expect(searchCountries({ locations: [], hsds } as unknown as ServiceView)).toEqual(['CA', 'LA']);
  });
});
