import { geodesicMeters, type Position } from '@haven/kernel';
import type { JsonObject } from '../hsds/record.js';
import type { ConfidentialCells } from './public-entry.js';
import { contradictedPlaces } from '../places/contradicted.js';
import { needsTowns, noTowns, townOf, type Whereabouts } from '../places/place-town.js';
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
  const doubted = told.filter(({ place, at }) => !isNear(townOf(place, findTown), at)).map(({ id }) => id);
  return { doubted: new Set(doubted), findTown };
}

/** Two lists may put one town in two countries. A place near the town of its address is in the country that it names. */
const nearMeters = 30_000;
const isNear = (town: Position | null, at: Position): boolean => town !== null && geodesicMeters(town, at) < nearMeters;
