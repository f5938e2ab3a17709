import { readCities, type KeptCity } from './cities.js';
import { nameIndexOf, type NameIndex } from './name-index.js';
import { readOtherNames } from './other-names.js';
import { readPreparedNames } from './prepared-names.js';

/** Cities with all their names. */
export interface NamedCities {
  readonly cities: readonly KeptCity[];
  readonly names: NameIndex;
}

let cities: Promise<KeptCity[]> | undefined;
let named: Promise<NamedCities> | undefined;

/** Read once in a process, on first use. */
export const allCities = (): Promise<readonly KeptCity[]> => (cities ??= readCities());

/** The same with all their names. */
export const namedCities = (): Promise<NamedCities> => (named ??= (cities ??= readCities()).then(withNames));

async function withNames(all: KeptCity[]): Promise<NamedCities> {
  const { packed, populations } = (await readPreparedNames(all.length)) ?? (await readOtherNames(all));
  all.forEach((city, n) => (city.population = populations[n]!));
  return { cities: all, names: nameIndexOf(packed) };
}
