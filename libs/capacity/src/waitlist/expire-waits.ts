import { endAt, tidyEach } from '../offers/end-at-each.js';
import type { Capacity } from '../ports.js';

/**
 * Ends the waits whose time is over; nobody is offered a bed after it, whether or not this ran. Where nobody waits any longer, the
 * shelter says so. Answers how many ended.
 */
export const expireWaits = async (capacity: Pick<Capacity, 'tidying' | 'servicesWithDueWaits'>): Promise<number> =>
  tidyEach(capacity, await capacity.servicesWithDueWaits(), (tx, serviceId) => endAt(tx, serviceId, () => tx.expireWaits(serviceId)));
