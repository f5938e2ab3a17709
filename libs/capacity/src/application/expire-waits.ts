import { endAtEach } from './end-at-each.js';
import type { Capacity } from './ports.js';

/**
 * Ends the waits whose time is over; nobody is offered a bed after it, whether or not this ran. Where nobody waits any longer, the
 * shelter says so. Answers how many ended.
 */
export const expireWaits = async (capacity: Pick<Capacity, 'transaction' | 'servicesWithDueWaits'>): Promise<number> =>
  endAtEach(capacity, await capacity.servicesWithDueWaits(), (tx, serviceId) => tx.expireWaits(serviceId));
