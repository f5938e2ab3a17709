import type { JsonObject } from '../hsds/record.js';
import { contradictedPlaces } from '../places/contradicted.js';
import { isDoubted } from '../places/is-doubted.js';
import { needsTowns, noTowns, type Whereabouts } from '../places/place-town.js';
import type { RegistryTransaction } from '../ports.js';

/**
 * What is known of where the places of these services are, besides their positions. A person who entered a place knows where it is; a
 * directory may be wrong. `cells`: of confidential places. Throws TownsUnread if a place needs the gazetteer and it is not read yet.
 */
export async function loadWhereabouts(
  tx: RegistryTransaction,
  services: Iterable<JsonObject>,
  cells: ReadonlyMap<string, string | null>,
): Promise<Whereabouts> {
  const all = [...services];
  const contradicted = all.flatMap((service) => contradictedPlaces(service, cells));
  const entered = new Set(contradicted.length === 0 ? [] : await tx.entered.openAmong(contradicted.map(({ id }) => id)));
  const ofDirectories = contradicted.filter(({ id }) => !entered.has(id));
  const isNeeded = all.some((service) => needsTowns(service, new Set(ofDirectories.map(({ id }) => id))));
  const findTown = isNeeded ? tx.towns() : noTowns;
  const doubted = ofDirectories.filter((one) => isDoubted(one, findTown)).map(({ id }) => id);
  return { doubted: new Set(doubted), findTown };
}
