import { describe, expect, it } from '@jest/globals';
import { countryOfPlaces } from './country-of-places.js';

const place = (country: string | null, latitude: number, longitude: number) => ({ country, latitude, longitude });
const washington = place(null, 38.9, -77.03);
const atSea = place(null, 1, 2);

describe('countryOfPlaces', () => {
  it.each([
    ['no place', [], null],
    ['the country that the place names, wherever it lies', [place('TH', 38.9, -77.03)], 'TH'],
    ['the country where the place lies, if it names none', [washington], 'US'],
    ['a territory with its own code', [place(null, 22.3, 114.17)], 'HK'],
    ['no country at sea', [atSea], null],
    ['the first place that is in a country', [atSea, place('TH', 13.7, 100.5), washington], 'TH'],
    ['the first place, whether or not it names its country', [washington, place('TH', 13.7, 100.5)], 'US'],
  ])('%s', (_, places, country) => expect(countryOfPlaces(places)).toBe(country));
});
