import type { FindTown } from '@haven/gazetteer';
import { geodesicMeters, type Position } from '@haven/kernel';
import { listOf } from '../reading/json-record.js';
import { type Contradicted, farMeters } from './contradicted.js';
import { townOf } from './place-town.js';

/** Whether the town of the address speaks against a position, too. With a postal code, towns count by their names alone. */
export function isDoubted({ place, at, by }: Contradicted, findTown: FindTown): boolean {
  if (by === 'COUNTRY') return !isNear(townOf(place, findTown), at);
  const towns = listOf(place, 'addresses').flatMap(({ postal_code: _code, ...named }) => townOf({ addresses: [named] }, findTown) ?? []);
  return towns.length > 0 && towns.every((town) => geodesicMeters(town, at) > farMeters);
}

/** Two lists may put one town in two countries. A place near the town of its address is in the country that it names. */
const nearMeters = 30_000;
const isNear = (town: Position | null, at: Position): boolean => town !== null && geodesicMeters(town, at) < nearMeters;
