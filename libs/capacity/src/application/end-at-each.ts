import { lockShelter } from './offer-beds.js';
import type { Capacity, CapacityTransaction } from './ports.js';

/** Ends something at each of these shelters, one transaction each, and tells of their beds where anything ended. Answers how much did. */
export async function endAtEach(
  capacity: Pick<Capacity, 'transaction'>,
  serviceIds: readonly string[],
  end: (tx: CapacityTransaction, serviceId: string) => Promise<number>,
): Promise<number> {
  let ended = 0;
  for (const serviceId of serviceIds) {
    ended += await capacity.transaction(async (tx) => {
      await lockShelter(tx, serviceId);
      const gone = await end(tx, serviceId);
      if (gone > 0) await tx.announce(serviceId);
      return gone;
    });
  }
  return ended;
}
