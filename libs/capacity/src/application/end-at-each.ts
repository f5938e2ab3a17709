import { lockShelter } from './offer-beds.js';
import type { Capacity, CapacityTransaction } from './ports.js';

/** Ends something at a shelter; answers how much. What goes frees no bed, so that there is nothing to offer. */
type End = (tx: CapacityTransaction, serviceId: string) => Promise<number>;

/** Ends something at each of these shelters, one transaction each. Answers how much was ended. */
export async function endAtEach(capacity: Pick<Capacity, 'transaction'>, serviceIds: readonly string[], end: End): Promise<number> {
  let ended = 0;
  for (const serviceId of serviceIds) ended += await capacity.transaction((tx) => endAt(tx, serviceId, end));
  return ended;
}

/** Ends something at one shelter, and tells of its beds where anything ended. */
export async function endAt(tx: CapacityTransaction, serviceId: string, end: End): Promise<number> {
  await lockShelter(tx, serviceId);
  const gone = await end(tx, serviceId);
  if (gone > 0) await tx.announce(serviceId);
  return gone;
}
