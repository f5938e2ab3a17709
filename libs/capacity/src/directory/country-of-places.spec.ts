import { describe, expect, it } from '@jest/globals';
import { countryOfPlaces } from './country-of-places.js';

const place = (country: string | null, latitude: number, longitude: number) => ({ country, latitude, longitude });
const washington = place(null, 38.9, -77.03);
const atSea = place(null, 1, 2);

describe('countryOfPlaces', () => {
  it.each([
    ['no place', [], null],
    ['what the place says, wherever it lies', [place('TH', 38.9, -77.03)], 'TH'],
    ['where the place lies when it does not say', [washington], 'US'],
    ['a territory with a code of its own', [place(null, 22.3, 114.17)], 'HK'],
    ['no country at sea', [atSea], null],
    ['the first place that is in a country', [atSea, place('TH', 13.7, 100.5), washington], 'TH'],
    ['the first place, whether it says or not', [washington, place('TH', 13.7, 100.5)], 'US'],
  ])('%s', (_, places, country) => expect(countryOfPlaces(places)).toBe(country));
});
