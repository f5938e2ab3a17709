import { lockShelter } from './offer-beds.js';
import type { Capacity, CapacityTransaction } from '../ports.js';

/** Ends something at a shelter; answers how much. It frees no bed, so there is nothing to offer. */
type End = (tx: CapacityTransaction, serviceId: string) => Promise<number>;

/** Tidies each shelter in its own transaction, and skips those that another transaction has locked. Answers how much was ended. */
export async function tidyEach(capacity: Pick<Capacity, 'tidying'>, serviceIds: readonly string[], tidy: End): Promise<number> {
  let ended = 0;
  for (const serviceId of serviceIds) ended += (await capacity.tidying(serviceId, (tx) => tidy(tx, serviceId))) ?? 0;
  return ended;
}

/** Ends something at one shelter, and publishes its beds if anything ended. */
export async function endAt(tx: CapacityTransaction, serviceId: string, end: End): Promise<number> {
  await lockShelter(tx, serviceId);
  const gone = await end(tx, serviceId);
  if (gone > 0) await tx.announce(serviceId);
  return gone;
}
