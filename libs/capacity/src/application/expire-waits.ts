import { lockShelter } from './offer-beds.js';
import type { Capacity } from './ports.js';

/** Ends the waits whose time is over; nobody is offered a bed after it, whether or not this ran. Answers how many ended. */
export async function expireWaits(capacity: Pick<Capacity, 'transaction' | 'servicesWithDueWaits'>): Promise<number> {
  let ended = 0;
  for (const serviceId of await capacity.servicesWithDueWaits()) {
    ended += await capacity.transaction(async (tx) => {
      await lockShelter(tx, serviceId);
      const gone = await tx.expireWaits(serviceId);
      // Where nobody waits any longer, the shelter says so.
      if (gone > 0) await tx.announce(serviceId);
      return gone;
    });
  }
  return ended;
}
