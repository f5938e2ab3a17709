import { endAt, tidyEach } from '../offers/end-at-each.js';
import type { Capacity } from '../ports.js';

/**
 * Expires the waitlist entries that are due. No due entry gets an offer, whether or not this has run. If a waiting list becomes empty, the
 * shelter publishes that. Answers how many ended.
 */
export const expireWaits = async (capacity: Pick<Capacity, 'tidying' | 'servicesWithDueWaits'>): Promise<number> =>
  tidyEach(capacity, await capacity.servicesWithDueWaits(), (tx, serviceId) => endAt(tx, serviceId, () => tx.expireWaits(serviceId)));
