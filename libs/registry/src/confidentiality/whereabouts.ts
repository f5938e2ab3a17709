import type { FindTown } from '@haven/gazetteer';
import { geodesicMeters, type Position } from '@haven/kernel';
import type { JsonObject } from '../hsds/record.js';
import type { ConfidentialCells } from './public-entry.js';
import { type Contradicted, contradictedPlaces, farMeters } from '../places/contradicted.js';
import { needsTowns, noTowns, townOf, type Whereabouts } from '../places/place-town.js';
import { listOf } from '../reading/json-record.js';
import type { RegistryTransaction } from '../ports.js';

/**
 * What is known of where the places of these services are, besides their positions. A person who entered a place knows where it is; a
 * directory may be wrong. Throws TownsUnread if a place needs the gazetteer and it is not read yet.
 */
export async function whereaboutsOf(
  tx: RegistryTransaction,
  services: Iterable<JsonObject>,
  cells: ConfidentialCells,
): Promise<Whereabouts> {
  const all = [...services];
  const contradicted = all.flatMap((service) => contradictedPlaces(service, cells));
  const entered = new Set(contradicted.length === 0 ? [] : await tx.entered.openAmong(contradicted.map(({ id }) => id)));
  const told = contradicted.filter(({ id }) => !entered.has(id));
  const isNeeded = all.some((service) => needsTowns(service, new Set(told.map(({ id }) => id))));
  const findTown = isNeeded ? tx.towns() : noTowns;
  const doubted = told.filter((one) => isDoubted(one, findTown)).map(({ id }) => id);
  return { doubted: new Set(doubted), findTown };
}

/** Against a position, a postal code needs a second witness: the towns of the addresses, by their names alone. */
function isDoubted({ place, at, by }: Contradicted, findTown: FindTown): boolean {
  if (by === 'COUNTRY') return !isNear(townOf(place, findTown), at);
  const towns = listOf(place, 'addresses').flatMap(({ postal_code: _code, ...named }) => townOf({ addresses: [named] }, findTown) ?? []);
  return towns.length > 0 && towns.every((town) => geodesicMeters(town, at) > farMeters);
}

/** Two lists may put one town in two countries. A place near the town of its address is in the country that it names. */
const nearMeters = 30_000;
const isNear = (town: Position | null, at: Position): boolean => town !== null && geodesicMeters(town, at) < nearMeters;
