import { beforeAll, describe, expect, it } from '@jest/globals';
import { readTowns, townsRead, type FindTown } from './towns.js';

describe('the town of an address', () => {
  let find: FindTown;
  beforeAll(async () => {
    expect(townsRead()).toBeNull();
    await readTowns();
    find = townsRead()!;
  }, 60_000);

  const named = (city: string | null, region: string | null, country: string | null, postalCode: string | null = null) => {
    const town = find({ city, region, postalCode, country });
    return town && `${town.name} ${town.country} ${Math.round(town.latitude)},${Math.round(town.longitude)}`;
  };

  it.each([
    ['Washington', 'DC', 'US', 'Washington US 39,-77'],
    ['Washington', 'D.C.', null, 'Washington US 39,-77'],
    ['Washington', 'DC ', 'US', 'Washington US 39,-77'],
    ['Silver Spring', 'MD', null, 'Silver Spring US 39,-77'],
    ['Alexandria', 'Virginia', 'US', 'Alexandria US 39,-77'],
    ['ALEXANDRIA', 'VA', 'US', 'Alexandria US 39,-77'],
    ['Alexandria', null, 'EG', 'Alexandria EG 31,30'],
    ['Medan', 'Sumatera Utara', 'ID', 'Medan ID 4,99'],
    ['Medan, Sumatera Utara', null, 'ID', 'Medan ID 4,99'],
    ['Medan', null, null, 'Medan ID 4,99'],
    ['Torino', null, 'IT', 'Turin IT 45,8'],
    ['München', 'Bayern', 'DE', 'Munich DE 48,12'],
    ['Wien', null, null, 'Vienna AT 48,16'],
    ['กรุงเทพมหานคร', null, 'TH', 'Bangkok TH 14,101'],
    ['TP. Hồ Chí Minh', null, 'VN', 'Ho Chi Minh City VN 11,107'],
    ['Dhaka city', null, 'BD', 'Dhaka BD 24,90'],
    ['Kota Medan', 'Sumatera Utara', 'ID', 'Medan ID 4,99'],
    ['Ulm', null, 'DE', 'Ulm DE 48,10'],
  ])('%s, %s, %s is %s', (city, region, country, town) => {
    expect(named(city, region, country)).toBe(town);
  });

  it.each([
    ['a name of many', 'Springfield', null, 'US'],
    ['a region that has no such town', 'Alexandria', 'MD', 'US'],
    ['another country', 'Medan', null, 'JP'],
    ['a small town without a country', 'Silver Spring', null, null],
    ['no town', 'Nowhere in particular', 'MD', 'US'],
    ['a code of an airport or a port', 'ZZZ', null, 'GB'],
    ['nothing', '', null, 'US'],
  ])('is not guessed: %s', (_, city, region, country) => {
    expect(named(city, region, country)).toBeNull();
  });

  it.each([
    ['alone', null, null, 'MY', '50000', 'null MY 3,102'],
    ['with a name that nobody knows', 'Nowhere in particular', null, 'TH', '63110', 'null TH 17,99'],
    ['with a region that has no such town', 'Alexandria', 'MD', 'US', '22314', 'Alexandria US 39,-77'],
    ['with a name of many', 'Springfield', null, 'US', '62701', 'Springfield US 40,-90'],
    ['with a name that another town has made its own', 'Portland', null, 'US', '04101', 'Portland US 44,-70'],
    ['of another town', 'Medan', null, 'ID', '10110', 'Medan ID 4,99'],
  ])('is told by a postal code %s', (_, city, region, country, code, town) => {
    expect(named(city, region, country, code)).toBe(town);
  });

  it('is not told by a postal code without a country', () => {
    expect(named(null, null, null, '50000')).toBeNull();
  });
});
