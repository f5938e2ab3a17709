import { iso1A2Codes } from '@rapideditor/country-coder';
import type { Position } from '@haven/kernel';
import { countryCode } from './countries.js';
import { positionOf } from '../hsds/position.js';
import { type JsonRecord, textOf } from '../reading/json-record.js';
import { addressOf, placesOf } from './places-of-service.js';

/** Why match cannot find a service where it is. */
export interface ReachRemark {
  readonly code: 'POSITION_MISSING' | 'POSITION_ELSEWHERE';
  readonly message: string;
  /** The location that is meant; null: the service as a whole. */
  readonly locationId: string | null;
}

/**
 * What keeps match from finding a nested service record where it is. `cells`: public cell of each confidential place, whose own record has
 * no position; null: it has none in the vault, either.
 */
export function reachRemarks(service: JsonRecord, cells: ReadonlyMap<string, string | null>): ReachRemark[] {
  const places = placesOf(service);
  const placed = places.filter((place) => {
    const cell = cells.get(textOf(place, 'id') ?? '');
    return cell === undefined ? positionOf(place as Parameters<typeof positionOf>[0]) !== null : cell !== null;
  });
  const elsewhere = places.filter((place) => !cells.has(textOf(place, 'id') ?? '')).flatMap(elsewhereOf);
  return placed.length > 0 ? elsewhere : [...elsewhere, { code: 'POSITION_MISSING', message: missing(places.length), locationId: null }];
}

const missing = (places: number): string =>
  places === 0
    ? 'The service has no place; match shows it after all that have one, and without a distance. Give it a location with latitude and longitude.'
    : 'No place of the service has a position on the map; match shows it after all that have one, and without a distance. Give latitude and longitude of its location.';

/** Boundaries are drawn coarsely: this near to one, a position may well be in the other country. */
const borderDegrees = 0.03;

function elsewhereOf(place: JsonRecord): ReachRemark[] {
  const position = positionOf(place as Parameters<typeof positionOf>[0]);
  const address = addressOf(place);
  const country = address && countryCode(textOf(address, 'country'));
  if (position === null || country === null || isIn(country, position)) return [];
  const hint = hintOf(country, position);
  const message = `The position is not in ${country}, which the address names; match looks for the place at its position. ${hint}`;
  return [{ code: 'POSITION_ELSEWHERE', message, locationId: textOf(place, 'id') }];
}

function isIn(country: string, { latitude, longitude }: Position): boolean {
  const steps = [0, -borderDegrees, borderDegrees];
  return steps.some((north) => steps.some((east) => iso1A2Codes([longitude + east, latitude + north]).includes(country)));
}

/** The usual slips, tried in turn. */
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
