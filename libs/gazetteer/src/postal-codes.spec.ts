import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { geodesicMeters } from '@haven/kernel';
import { openGazetteer } from './search/gazetteer.js';
import { countriesWithPostalCodes, postalPosition } from './postal-codes.js';

describe('the position of a postal code', () => {
  const gazetteer = openGazetteer();
  const kmFrom = async (country: string, code: string, town: string): Promise<number> => {
    const position = postalPosition(country, code);
    const [place] = await gazetteer.search(town, 1);
    return position === null ? Infinity : geodesicMeters(position, place!) / 1000;
  };

  it.each([
    ['TH', '50000', 'Chiang Mai'],
    ['TH', '63110', 'Mae Sot'],
    ['TH', '90110', 'Hat Yai'],
    ['TH', '10110', 'Bangkok'],
    ['MY', '50000', 'Kuala Lumpur'],
    ['MY', '15000', 'Kota Bharu'],
    ['MY', '93000', 'Kuching'],
    ['ID', '20111', 'Medan'],
    ['ID', '10110', 'Jakarta'],
    ['ID', '90111', 'Makassar'],
    ['PH', '1000', 'Manila'],
    ['PH', '6000', 'Cebu City'],
    ['PH', '8000', 'Davao'],
    ['BD', '1205', 'Dhaka'],
    ['BD', '4700', "Cox's Bazar"],
    ['IN', '110001', 'New Delhi'],
    ['IN', '600001', 'Chennai'],
    ['IN', '781001', 'Guwahati'],
    ['PK', '54000', 'Lahore'],
    ['LK', '00100', 'Colombo, Sri Lanka'],
    ['AU', '2000', 'Sydney, Australia'],
    ['AU', '0800', 'Darwin, Australia'],
    ['NZ', '6011', 'Wellington, New Zealand'],
    ['US', '20001', 'Washington, District of Columbia'],
    ['US', '60601', 'Chicago'],
    ['US', '00901', 'San Juan, Puerto Rico'],
    ['CA', 'K1A 0B1', 'Ottawa'],
    ['CA', 'm5v', 'Toronto'],
    ['GB', 'SW1A 1AA', 'London, United Kingdom'],
    ['GB', 'M1 1AE', 'Manchester, United Kingdom'],
    ['DE', '10115', 'Berlin, Germany'],
    ['DE', '80331', 'Munich'],
  ])('%s %s lies in %s', async (country, code, town) => {
    expect(await kmFrom(country, code, town)).toBeLessThan(20);
  });

  it.each([
    ['a space inside', 'IN', '110 001', '110001'],
    ['more digits', 'US', '20001-1234', '20001'],
    ['more digits without a hyphen', 'US', '200011234', '20001'],
    ['a zero that a spreadsheet took', 'US', '2115', '02115'],
    ['two of them', 'LK', '100', '00100'],
    ['a hyphen', 'GB', 'sw1a-1aa', 'SW1A'],
    ['a part that looks like more of the first', 'GB', 'E16AN', 'E1'],
  ])('is the same with %s', (_, country, written, code) => {
    expect(postalPosition(country, code)).not.toBeNull();
    expect(postalPosition(country, written)).toEqual(postalPosition(country, code));
  });

  it.each([
    ['a code that is not in use', 'US', '00000'],
    ['the code of another country', 'TH', 'SW1A 1AA'],
    ['half a code', 'DE', '10'],
    ['letters', 'US', 'latitude'],
    ['a country without codes', 'KH', '12000'],
    ['no country', '', '50000'],
    ['nothing', 'US', ''],
  ])('is not guessed: %s', (_, country, code) => {
    expect(postalPosition(country, code)).toBeNull();
  });

  it('is found for every code of every file', () => {
    const folder = new URL('../../../data/postal-codes/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
    expect(files).toEqual(countriesWithPostalCodes.map((country) => `${country.toLowerCase()}.csv`));
    for (const country of countriesWithPostalCodes) {
      const [, ...lines] = readFileSync(new URL(`${country.toLowerCase()}.csv`, folder), 'utf8')
        .trimEnd()
        .split('\n');
      const found = lines.map((line) => {
        const [code = ''] = line.split(',');
        const position = postalPosition(country, code);
        return position && `${code},${position.latitude.toFixed(2)},${position.longitude.toFixed(2)}`;
      });
      expect(found).toEqual(lines);
    }
  });
});
