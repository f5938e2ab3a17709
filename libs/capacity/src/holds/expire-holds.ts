import { tidyEach } from '../offers/end-at-each.js';
import { lockShelter } from '../offers/offer-beds.js';
import type { Capacity } from '../ports.js';

/**
 * Gives back the beds of holds whose time is over. Only tidying: no claim takes a bed that is still promised, and none
 * misses one whose hold is over, whether or not this ran. Answers how many holds ended.
 */
export const expireHolds = async (capacity: Pick<Capacity, 'tidying' | 'servicesWithDueHolds'>): Promise<number> =>
  tidyEach(capacity, await capacity.servicesWithDueHolds(), lockShelter);
