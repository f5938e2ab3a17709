import { readFile } from 'node:fs/promises';
import { folded, turnTaker } from '@haven/kernel';
import type { KeptCity } from './cities.js';
import { geonamesFiles } from './geonames-files.js';
import { NameIndexBuilder, type PackedNames } from './name-index.js';
import { pieces } from './pieces.js';

/** Columns of a GeoNames file. */
const column = { name: 1, otherNames: 3, latitude: 4, longitude: 5, country: 8, population: 14 } as const;
const lineEnd = '\n'.charCodeAt(0);
/** The greatest distance in degrees between two releases' positions of one place. */
const nearDegrees = 0.1;

/** All names of the cities, in any language and from any time, and their populations. */
export interface CalledCities {
  readonly packed: PackedNames;
  readonly populations: Uint32Array<ArrayBuffer>;
}

/** Reads the names from GeoNames, which takes seconds. */
export async function readOtherNames(cities: readonly KeptCity[]): Promise<CalledCities> {
  const names = new NameIndexBuilder();
  const populations = new Uint32Array(cities.length);
  const turn = turnTaker(pieces);
  const known = byNameAndPosition(cities);
  cities.forEach(({ name }, city) => names.add(folded(name), city));
  const bytes = await readFile(geonamesFiles.otherNames);
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(lineEnd, from);
    const line = bytes.toString('utf8', from, end === -1 ? bytes.length : end).split('\t');
    from = end === -1 ? bytes.length : end + 1;
    const city = cityAt(cities, known, line);
    if (city !== null) {
      populations[city] = Math.max(populations[city]!, Number(line[column.population]));
      addNames(city, line, names);
    }
    const others = turn();
    if (others) await others;
  }
  return { packed: await names.build(), populations };
}

function addNames(city: number, line: readonly string[], names: NameIndexBuilder): void {
  for (const name of new Set(line[column.otherNames]!.split(',').flatMap(asPeopleSay))) names.add(name, city);
  names.add(folded(line[column.name]!), city);
}

/** Removes "City" after a name, which people leave out in Burmese. */
const asPeopleSay = (name: string): readonly string[] => {
  const plain = folded(name);
  return plain.endsWith('မြို့') ? [plain, plain.slice(0, -'မြို့'.length).trim()] : [plain];
};

const keysOf = (country: string, name: string, latitude: string, longitude: string): readonly string[] => [
  `${country} ${name}`,
  `${country} ${latitude},${longitude}`,
];

function byNameAndPosition(cities: readonly KeptCity[]): ReadonlyMap<string, readonly number[]> {
  const known = new Map<string, number[]>();
  cities.forEach(({ country, name, lat, lng }, city) => {
    for (const key of keysOf(country, name, lat, lng)) {
      const same = known.get(key);
      if (same) same.push(city);
      else known.set(key, [city]);
    }
  });
  return known;
}

/** Matches a place of two releases by its name nearby, or by its position. */
function cityAt(cities: readonly KeptCity[], known: ReadonlyMap<string, readonly number[]>, line: readonly string[]): number | null {
  const [latitude, longitude] = [line[column.latitude]!, line[column.longitude]!];
  const apart = (city: number): number =>
    Math.max(Math.abs(Number(cities[city]!.lat) - Number(latitude)), Math.abs(Number(cities[city]!.lng) - Number(longitude)));
  const keys = keysOf(line[column.country]!, line[column.name]!, latitude, longitude);
  const [nearest] = keys.flatMap((key) => known.get(key) ?? []).sort((a, b) => apart(a) - apart(b));
  return nearest !== undefined && apart(nearest) < nearDegrees ? nearest : null;
}
