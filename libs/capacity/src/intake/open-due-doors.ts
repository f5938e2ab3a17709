import { tidyEach } from '../offers/end-at-each.js';
import { lockShelter, offerAndAnnounceBeds } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction } from '../ports.js';

/** Reopens intakes whose closure has ended, and offers their beds to waitlist entries. Answers how many opened. */
export const openDueDoors = async (capacity: Pick<Capacity, 'tidying' | 'servicesWithDueDoors'>): Promise<number> =>
  tidyEach(capacity, await capacity.servicesWithDueDoors(), open);

async function open(tx: CapacityTransaction, serviceId: string): Promise<number> {
  await lockShelter(tx, serviceId);
  if (!(await tx.openDueDoor(serviceId))) return 0;
  await offerAndAnnounceBeds(tx, serviceId);
  return 1;
}
