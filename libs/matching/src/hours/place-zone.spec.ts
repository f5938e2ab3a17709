import { expect, it } from '@jest/globals';
import { placeZone } from './place-zone.js';
import { offsetsOver } from './zone-of-clock.js';

const at = (latitude: number, longitude: number, country: string | null) => {
  const zone = placeZone({ latitude, longitude }, country);
  return zone && offsetsOver(zone);
};

it.each([
  ['Bangkok', 13.75, 100.5, 'TH', 'Asia/Bangkok'],
  ['Kuala Lumpur', 3.14, 101.69, 'MY', 'Asia/Kuala_Lumpur'],
  ['Berlin', 52.52, 13.4, 'DE', 'Europe/Berlin'],
  ['Medan', 3.59, 98.67, 'ID', 'Asia/Jakarta'],
  ['Makassar', -5.15, 119.43, 'ID', 'Asia/Makassar'],
  ['Jayapura', -2.53, 140.7, 'ID', 'Asia/Jayapura'],
  ['New York', 40.71, -74, 'US', 'America/New_York'],
  ['Phoenix', 33.45, -112.07, 'US', 'America/Phoenix'],
  ['Hong Kong, a part of a country', 22.3, 114.17, 'HK', 'Asia/Hong_Kong'],
])('%s has its time', (_, latitude, longitude, country, zone) => expect(at(latitude, longitude, country)).toBe(offsetsOver(zone)));

it('is not known where the nearest cities have another time than each other, nor in no country', () => {
  // On a river between Central and Eastern Time.
  expect(at(32.46, -85, 'US')).toBeNull();
  // In two regions that got zones of their own in 2022 and 2025.
  expect(at(31.69, -106.42, 'MX')).toBeNull();
  expect(at(-45.57, -72.07, 'CL')).toBeNull();
  // On an island with its own time, far from any city.
  expect(at(-43.95, -176.55, 'NZ')).toBeNull();
  expect(at(13.75, 100.5, null)).toBeNull();
  expect(at(13.75, 100.5, 'XX')).toBeNull();
});
