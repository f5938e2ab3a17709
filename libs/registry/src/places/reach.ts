import type { Town } from '@haven/gazetteer';
import type { Position } from '@haven/kernel';
import { countriesNamedAt, isIn, shownOf } from './contradicted.js';
import { positionOf } from '../hsds/position.js';
import type { JsonObject } from '../hsds/record.js';
import { type JsonRecord, textOf } from '../reading/json-record.js';
import { townOf, type Whereabouts } from './place-town.js';
import { placesOf } from './places-of-service.js';

/** Why a match cannot find a service at its place. */
export interface ReachRemark {
  readonly code: 'POSITION_MISSING' | 'POSITION_BY_CITY' | 'POSITION_ELSEWHERE';
  readonly message: string;
  /** The location that the remark is about; null: the service as a whole. */
  readonly locationId: string | null;
}

/**
 * Why a match cannot find a nested service record at its places. `cells`: public cell of each confidential place, whose own record has no
 * position; null if the vault has none either.
 */
export function reachRemarks(
  service: JsonRecord,
  cells: ReadonlyMap<string, string | null>,
  { findTown, doubted }: Whereabouts,
): ReachRemark[] {
  const places = placesOf(service);
  const isDoubted = (place: JsonRecord) => doubted.has(textOf(place, 'id') ?? '');
  const told = (place: JsonRecord) => (cells.has(textOf(place, 'id') ?? '') ? shownOf(place) : place);
  const placed = places.filter((place) => {
    const cell = cells.get(textOf(place, 'id') ?? '');
    return !isDoubted(place) && (cell === undefined ? positionOf(place as JsonObject) !== null : cell !== null);
  });
  const elsewhere = places.filter((place) => isDoubted(place) && !cells.has(textOf(place, 'id') ?? '')).map(elsewhereOf);
  const towns = places
    .filter((place) => !placed.includes(place))
    .flatMap((place) => byTown(textOf(place, 'id'), townOf(told(place), findTown)));
  const isNowhere = placed.length + towns.length === 0;
  return [
    ...elsewhere,
    ...towns,
    ...(isNowhere ? [{ code: 'POSITION_MISSING' as const, message: missing(places.length), locationId: null }] : []),
  ];
}

function byTown(locationId: string | null, town: Town | null): ReachRemark[] {
  if (town === null) return [];
  const where = town.name === null ? `around the postal code (${town.country})` : `in the middle of ${town.name} (${town.country})`;
  const message = `No position says where the place is; match looks for it ${where} that its address names. Give latitude and longitude.`;
  return [{ code: 'POSITION_BY_CITY', message, locationId }];
}

const missing = (places: number): string =>
  places === 0
    ? 'The service has no place; match shows it after all that have one, and without a distance. Give it a location with latitude and longitude, or an address with city and country.'
    : 'No place of the service has a position on the map; match shows it after all that have one, and without a distance. Give latitude and longitude of its location, or at least city or postal code, and country, of its address.';

function elsewhereOf(place: JsonRecord): ReachRemark {
  const countries = countriesNamedAt(place);
  const at = positionOf(place as JsonObject)!;
  const isInCountry = countries.some((country) => isIn(country, at));
  const where = isInCountry ? 'far from the town and the postal code' : `not in ${countries.join(' or ')}`;
  const hint = isInCountry ? 'Correct the position or the address.' : hintOf(countries[0]!, at);
  const message = `The position is ${where} that the address names, so it does not count. ${hint}`;
  return { code: 'POSITION_ELSEWHERE', message, locationId: textOf(place, 'id') };
}

/** Tries the usual mistakes one after the other. */
function hintOf(country: string, { latitude, longitude }: Position): string {
  if (Math.abs(longitude) <= 90 && isIn(country, { latitude: longitude, longitude: latitude }))
    return 'Latitude and longitude are exchanged: exchange them.';
  const signs: readonly Position[] = [
    { latitude: -latitude, longitude },
    { latitude, longitude: -longitude },
    { latitude: -latitude, longitude: -longitude },
  ];
  return signs.some((other) => isIn(country, other))
    ? 'A minus sign is missing or too many: correct it.'
    : 'Correct the position or the address.';
}
