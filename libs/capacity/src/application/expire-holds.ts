import { lockShelter } from './offer-beds.js';
import type { Capacity } from './ports.js';

/**
 * Gives back the beds of holds whose time is over. Only tidying: no claim takes a bed that is still promised, and none
 * misses one whose hold is over, whether or not this ran. Answers how many holds ended.
 */
export async function expireHolds(capacity: Pick<Capacity, 'transaction' | 'servicesWithDueHolds'>): Promise<number> {
  let ended = 0;
  for (const serviceId of await capacity.servicesWithDueHolds()) {
    ended += await capacity.transaction((tx) => lockShelter(tx, serviceId));
  }
  return ended;
}
