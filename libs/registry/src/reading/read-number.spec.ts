import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDegrees } from './read-degrees.js';
import { readNumber } from './read-number.js';
import { readYears } from './read-years.js';

describe('a number in the notation of a publisher', () => {
  it.each([
    ['34.116828979047402', 34.116828979047405],
    ['+34.1168290', 34.116829],
    [' 34.5 ', 34.5],
    ['\u00a034.5\u202f', 34.5],
    ['\u200b34.5\ufeff', 34.5],
    ['−117.5', -117.5],
    ['–117.5', -117.5],
    ['1e2', 100],
    ['3.4116829E+1', 34.116829],
    ['.5', 0.5],
    ['34.', 34],
    ["'34.5", 34.5],
    ['"34.5"', 34.5],
    ["'-34.5'", -34.5],
    ['“34.5”', 34.5],
    ['007', 7],
    ['17,5', 17.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234', 1234],
    ["1'234'567", 1234567],
    ['1,234,567', 1234567],
    ['３４．５', 34.5],
    ['٣٤٫٥', 34.5],
    ['१७', 17],
    ['๑๗.๕', 17.5],
  ])('%s is %s', (text, number) => expect(readNumber(text)).toBe(number));

  it.each([
    '',
    ' ',
    'twelve',
    '12a',
    '1,234',
    '1.2.3',
    '1,2,3',
    '12 34',
    '3-5',
    '0x10',
    'Infinity',
    'NaN',
    '1e999',
    '--5',
    '5 or 6',
    '1.234,567,8',
  ])('%s is no number, or not plainly one', (text) => expect(readNumber(text)).toBeNull());

  it('reads everything that JavaScript writes', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => readNumber(String(number)) === number + 0));
  });
});

describe('a coordinate', () => {
  it.each([
    ['13,7563', 'latitude', 13.7563],
    ["'13.7563", 'latitude', 13.7563],
    ['"13.7563"', 'latitude', 13.7563],
    ['13,756', 'latitude', 13.756],
    ['34.1168 N', 'latitude', 34.1168],
    ['34.1168° S', 'latitude', -34.1168],
    ['S 34.1168', 'latitude', -34.1168],
    ['117.5w', 'longitude', -117.5],
    ['100.5°E', 'longitude', 100.5],
    ['34.1168 North', 'latitude', 34.1168],
    ['Sur 34.1168°', 'latitude', -34.1168],
    ['117,5 Oeste', 'longitude', -117.5],
    ['117°30\'00"W', 'longitude', -117.5],
    ['117° 30′ 36″ W', 'longitude', -117.51],
    ['117º30’36”W', 'longitude', -117.51],
    ["117°30'36''W", 'longitude', -117.51],
    ['117 30 36 W', 'longitude', -117.51],
    ["117°30.6'W", 'longitude', -117.51],
    ["-117°30'", 'longitude', -117.5],
    ['1.005e2', 'longitude', 100.5],
    // Here the S is the unit of the seconds, not South.
    ['1d30m00s', 'latitude', 1.5],
    ['1D30M00S', 'latitude', 1.5],
    ['1 deg 30 min 0 s', 'latitude', 1.5],
    ['1 Deg 30 Min 0 s', 'latitude', 1.5],
    ['1d30m00s N', 'latitude', 1.5],
    ['1d30m00s S', 'latitude', -1.5],
    ['S 1d30m00s', 'latitude', -1.5],
    ['1 deg 30 min 0 South', 'latitude', -1.5],
    ['1°30\'00"s', 'latitude', -1.5],
    ["1°30'00S", 'latitude', -1.5],
    ["1°30's", 'latitude', -1.5],
    ['1 30 0 S', 'latitude', -1.5],
    ['1.5 s', 'latitude', -1.5],
    ['103d30m00s', 'longitude', 103.5],
  ] as const)('%s as a %s is %s', (text, axis, degrees) => expect(readDegrees(text, axis)).toBeCloseTo(degrees, 9));

  it.each([
    ['34.1168 W', 'latitude'],
    ['34.1168 N', 'longitude'],
    ['34.1168 North', 'longitude'],
    ['117.5 O', 'longitude'],
    ['-117.5 W', 'longitude'],
    ['N 34 S', 'latitude'],
    ['34.1168, -117.5', 'latitude'],
    ['34 11', 'latitude'],
    ["34°61'", 'latitude'],
    ['34°11.5\'30"N', 'latitude'],
    ['N', 'latitude'],
    ['about 34', 'latitude'],
    // The S may mean South or seconds.
    ["1°30'00s", 'latitude'],
    ["1°30'00 s", 'latitude'],
    ['1°30s', 'latitude'],
    ['1d30m00S', 'latitude'],
    ["1°30'00S", 'longitude'],
  ] as const)('%s is not plainly a %s', (text, axis) => expect(readDegrees(text, axis)).toBeNull());
});

describe('an age limit', () => {
  it.each([
    ['18+', 'minimum_age', 18],
    ['18 and over', 'minimum_age', 18],
    ['at least 18', 'minimum_age', 18],
    ['17 years', 'minimum_age', 17],
    ['17 years old', 'maximum_age', 17],
    ['17½', 'minimum_age', 17.5],
    ['17.5', 'maximum_age', 17.5],
    ['6 months', 'minimum_age', 0.5],
    ['18mo', 'minimum_age', 1.5],
    ['up to 17', 'maximum_age', 17],
    ['17 and under', 'maximum_age', 17],
    ['Age 12', 'minimum_age', 12],
    ['18 ans', 'minimum_age', 18],
    ['18 años', 'minimum_age', 18],
    ['17 anos', 'maximum_age', 17],
    ['18 tahun', 'minimum_age', 18],
    ['18 mois', 'minimum_age', 1.5],
    ['6 meses', 'minimum_age', 0.5],
  ] as const)('%s as a %s is %s', (text, limit, years) => expect(readYears(text, limit)).toBe(years));

  it.each([
    ['18+', 'maximum_age'],
    ['18m', 'minimum_age'],
    ['under 18', 'maximum_age'],
    ['17 and under', 'minimum_age'],
    ['12-17', 'minimum_age'],
    ['18 beds', 'minimum_age'],
    ['adults', 'minimum_age'],
    ['any', 'minimum_age'],
  ] as const)('%s is not plainly a %s', (text, limit) => expect(readYears(text, limit)).toBeNull());
});
