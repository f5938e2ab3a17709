import { folded, turnTaker } from '@haven/kernel';
import { geonamesFiles } from './geonames-files.js';
import { pieces } from './pieces.js';
import type { Place } from './place.js';
import { readRecords } from './read-records.js';

interface City {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
}
interface Admin {
  readonly code: string;
  readonly name: string;
}

/** A city in memory. */
export interface KeptCity {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  /** Code and name of its region. */
  readonly regionCode: string;
  readonly region: string | null;
  /** 0: unknown. */
  population: number;
}

/** Cities with the names of their regions, still without populations. */
export async function readCities(): Promise<KeptCity[]> {
  const admins = await readRecords<Admin>(geonamesFiles.regions);
  const regions = new Map(admins.map(({ code, name }) => [code, name]));
  const cities = await readRecords<City>(geonamesFiles.cities);
  const turn = turnTaker(pieces);
  const kept: KeptCity[] = [];
  for (const { name, lat, lng, country, admin1 } of cities) {
    kept.push({ name, lat, lng, country, regionCode: admin1, region: regions.get(`${country}.${admin1}`) ?? null, population: 0 });
    const others = turn();
    if (others) await others;
  }
  return kept;
}

const spot = ({ country, lat, lng }: KeptCity): string => `${country}:${lat},${lng}:`;

/** The id consists of position and name, so it is the same in every release of the package that has the place. */
export const idOf = (city: KeptCity): string => spot(city) + folded(city.name).replaceAll(' ', '-');

/**
 * The city of an id, also if an earlier release gave the id and wrote the name with more letters. Compares the position first, for speed.
 */
export function cityOf(cities: readonly KeptCity[], id: string): KeptCity | undefined {
  const [country, position = '', ...name] = id.split(':');
  const [lat, lng] = position.split(',');
  return cities.find(
    (city) => city.lat === lat && city.lng === lng && city.country === country && folded(city.name) === folded(name.join(' ')),
  );
}

/** The place in the form of the graph. */
export const placeOf = (city: KeptCity): Place => ({
  id: idOf(city),
  name: city.name,
  region: city.region,
  country: city.country,
  latitude: Number(city.lat),
  longitude: Number(city.lng),
});
