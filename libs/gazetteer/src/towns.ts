import { folded, geodesicMeters, type Position } from '@haven/kernel';
import { namedCities, type NamedCities } from './all-cities.js';
import type { KeptCity } from './cities.js';
import { postalPosition } from './postal-codes.js';
import { readingsOf } from './search/wanted.js';

/** The parts of an address that name its town. */
export interface TownAddress {
  readonly city: string | null;
  /** Region, state or province, as a name or a code. */
  readonly region: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/** A town of the gazetteer, or the middle of a postal code. */
export interface Town extends Position {
  /** Null: only the postal code is known. */
  readonly name: string | null;
  readonly country: string;
}

/** The town of an address; null: none, or several are possible. */
export type FindTown = (address: TownAddress) => Town | null;

let reading: Promise<void> | undefined;
let read: FindTown | null = null;

/** Reads the gazetteer, once in a process: seconds of work, in turns with other work. */
export const readTowns = (): Promise<void> =>
  (reading ??= namedCities().then(({ cities, names }) => {
    const all: Known = { cities, names, regions: regionsOf(cities) };
    read = (address) => townIn(all, address);
  }));

/** Finds towns by name; null before {@link readTowns} is done. */
export const townsRead = (): FindTown | null => read;

interface Known extends NamedCities {
  /** Names and codes of regions, by country. */
  readonly regions: readonly (readonly [country: string, name: string, code: string])[];
}

function regionsOf(cities: readonly KeptCity[]): Known['regions'] {
  const keys = new Set(cities.map(({ country, region, regionCode }) => `${country}\n${region ?? ''}\n${regionCode}`));
  return [...keys].map((key) => {
    const [country = '', name = '', code = ''] = key.split('\n');
    return [country, folded(name), code.toLowerCase()] as const;
  });
}

function townIn(all: Known, { city, region, postalCode, country }: TownAddress): Town | null {
  const around = country !== null && postalCode !== null ? postalPosition(country, postalCode) : null;
  const found = city === null ? null : cityIn(all, city, { region, country, around });
  if (found !== null) return { name: found.name, country: found.country, ...positionOf(found) };
  return around && { name: null, country: country!, ...around };
}

/** What an address says besides the name of its town. */
interface Hints extends Pick<TownAddress, 'region' | 'country'> {
  /** Where its postal code is. */
  readonly around: Position | null;
}

function cityIn(all: Known, city: string, hints: Hints): KeptCity | null {
  for (const name of readingsOf(city)) {
    const named = chosen(all, name, hints);
    if (named) return named;
  }
  const [before, ...behind] = city.split(',');
  // "Medan, Sumatera Utara" in one cell.
  return behind.length > 0 ? chosen(all, before!, { ...hints, region: behind.join(' ') }) : null;
}

/** Names in other languages include codes of airports and ports: "ZZZ". */
const isPerhapsCode = (name: string): boolean => /^[a-z]{3}$/.test(name);

/** Cities with this name. */
function namedSo({ cities, names }: Known, city: string): readonly KeptCity[] {
  const [found, plain] = [names.citiesNamed(city).map((one) => cities[one]!), folded(city)];
  return isPerhapsCode(plain) ? found.filter(({ name }) => folded(name) === plain) : found;
}

function chosen(all: Known, city: string, { region, country, around }: Hints): KeptCity | null {
  const there = namedSo(all, city);
  const inCountry = country === null ? there : there.filter((one) => one.country === country);
  const byCode = around && nearest(inCountry, around);
  if (byCode) return byCode;
  if (region === null || folded(region) === '') return known(inCountry, country === null ? 'WORLD' : 'COUNTRY');
  const isRegion = regionTest(region);
  const inRegion = inCountry.filter((one) => isRegion(folded(one.region ?? ''), one.regionCode.toLowerCase()));
  if (inRegion.length > 0) return largest(inRegion);
  // An unknown spelling of a region does not matter; a known region without such a town is a contradiction.
  const isKnown = all.regions.some(([of, name, code]) => (country === null || of === country) && isRegion(name, code));
  return isKnown ? null : known(inCountry, country === null ? 'WORLD' : 'COUNTRY');
}

/** The greatest distance between the middle of a town and that of one of its postal codes. */
const samePlaceMeters = 50_000;

/** The town nearest to the postal code, among several with one name; null: none is near enough. */
function nearest(cities: readonly KeptCity[], around: Position): KeptCity | null {
  const meters = (city: KeptCity): number => geodesicMeters(positionOf(city), around);
  const best = cities.reduce<KeptCity | null>((one, other) => (one === null || meters(other) < meters(one) ? other : one), null);
  return best !== null && meters(best) <= samePlaceMeters ? best : null;
}

const positionOf = ({ lat, lng }: KeptCity): Position => ({ latitude: Number(lat), longitude: Number(lng) });

/** Codes with letters only: numbers mean something else in each list. */
function regionTest(said: string): (name: string, code: string) => boolean {
  const plain = folded(said);
  const short = plain.replaceAll(' ', '');
  return (name, code) => plain === name || (/^[a-z]+$/.test(short) && short === code);
}

const largest = (cities: readonly KeptCity[]): KeptCity | null =>
  cities.reduce<KeptCity | null>((best, one) => (best === null || one.population > best.population ? one : best), null);

/** The intended city must have so many times the population of any other; in the whole world also at least `peopleInWorld`. */
const times = { WORLD: 10, COUNTRY: 5 } as const;
const peopleInWorld = 100_000;

/** The city that everybody means; null: several are possible. */
function known(cities: readonly KeptCity[], where: keyof typeof times): KeptCity | null {
  const best = largest(cities);
  if (best === null || (where === 'WORLD' && best.population < peopleInWorld)) return null;
  const isAlone = cities.every((one) => one === best || one.population * times[where] <= best.population);
  return isAlone && (cities.length === 1 || best.population > 0) ? best : null;
}
