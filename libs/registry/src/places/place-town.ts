import type { FindTown, Town, TownAddress } from '@haven/gazetteer';
import { countryCode } from './countries.js';
import { isNoValue } from '../reading/no-value.js';
import { positionOf } from '../hsds/position.js';
import type { JsonObject } from '../hsds/record.js';
import { type JsonRecord, listOf, textOf } from '../reading/json-record.js';
import { addressOf, placesOf } from './places-of-service.js';

/** What we know about where places are, besides their positions. */
export interface Whereabouts {
  readonly findTown: FindTown;
  /** Places whose position contradicts their address; the position does not count. */
  readonly doubted: ReadonlySet<string>;
}

/** For code that needs no towns. */
export const noTowns: FindTown = () => null;

/** Whether some place of the service can only be located by looking up its town. */
export const needsTowns = (service: JsonRecord, doubted: ReadonlySet<string>): boolean =>
  placesOf(service).some((place) => {
    const isPlaced = positionOf(place as JsonObject) !== null && !doubted.has(textOf(place, 'id') ?? '');
    return !isPlaced && addressesIn(place).some(namesTown);
  });

/** The town of a place from its address, the physical address first; null if the address names none, or not certainly. */
export function townOf(place: JsonRecord, findTown: FindTown): Town | null {
  for (const address of addressesIn(place)) {
    const town = townIn(address, findTown);
    if (town !== null) return town;
  }
  return null;
}

function addressesIn(place: JsonRecord): readonly JsonRecord[] {
  const first = addressOf(place);
  return first === null ? [] : [first, ...listOf(place, 'addresses').filter((address) => address !== first)];
}

const said = (address: JsonRecord, property: string): string | null => {
  const text = textOf(address, property);
  return text === null || isNoValue(text) ? null : text;
};

const townAddress = (address: JsonRecord): TownAddress => ({
  city: said(address, 'city'),
  region: said(address, 'state_province') ?? said(address, 'region'),
  postalCode: said(address, 'postal_code'),
  country: countryCode(said(address, 'country')),
});

/** A postal code means a place in its country only. */
function namesTown(address: JsonRecord): boolean {
  const { city, postalCode, country } = townAddress(address);
  return city !== null || (postalCode !== null && country !== null);
}

const townIn = (address: JsonRecord, findTown: FindTown): Town | null => (namesTown(address) ? findTown(townAddress(address)) : null);
