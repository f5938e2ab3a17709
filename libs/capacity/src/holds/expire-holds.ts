import { tidyEach } from '../offers/end-at-each.js';
import { lockShelter } from '../offers/offer-beds.js';
import type { Capacity } from '../ports.js';

/**
 * Frees the beds of holds that are due. This only tidies: a claim checks the expiry itself, so no bed is given away too early or missed if
 * this has not run. Answers how many holds ended.
 */
export const expireHolds = async (capacity: Pick<Capacity, 'tidying' | 'servicesWithDueHolds'>): Promise<number> =>
  tidyEach(capacity, await capacity.servicesWithDueHolds(), lockShelter);
