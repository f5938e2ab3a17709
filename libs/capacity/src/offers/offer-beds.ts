import { bedsAllowed, intakeRefusal } from '../placing/intake.js';
import { bedsOf, placeHold } from '../placing/place-hold.js';
import { roomsUnder } from '../placing/rooms.js';
import { offerMinutes } from './waiting.js';
import { acceptanceOf, newHold } from './new-hold.js';
import type { CapacityTransaction } from '../ports.js';

/**
 * Offers the free beds of a locked service to waitlist entries, first come first served, within the admission rules and the limit of each
 * organization. An entry that does not fit keeps its place. An offer is a short hold. Answers how many it made.
 */
export async function offerBeds(tx: CapacityTransaction, serviceId: string): Promise<number> {
  let offers = 0;
  for (const { waiting, holder, party, beds } of await tx.inLine(serviceId)) {
    // The next entry sees what the offers before it left.
    const { service, intake, availability, alreadyHeld } = (await tx.lockShelter(serviceId, holder.organizationId))!;
    if (!party || !service.admits || !intake.open || availability.free === 0) return offers;
    const placed = placeHold(party, roomsUnder(service.admits, availability.pools), beds, bedsAllowed(intake, alreadyHeld));
    if (placed.kind !== 'TAKEN' || intakeRefusal(intake, alreadyHeld, bedsOf(placed))) continue;
    const asked = { serviceId, party, holder, caseReference: waiting.caseReference, minutes: offerMinutes };
    // The shelter is asked only when somebody takes the offer: a slow answer must not cost anybody their place.
    const { hold } = await tx.claimBeds(newHold(asked, placed, null));
    await tx.offer(waiting.id, hold.id, acceptanceOf(intake));
    offers += 1;
  }
  return offers;
}

/**
 * Must follow every change of a locked service's beds: ended surge beds go, waitlist entries get their offers, then the beds are published.
 * `othersChanged`: the pools differ from what the change left.
 */
export async function offerAndAnnounceBeds(tx: CapacityTransaction, serviceId: string): Promise<{ readonly othersChanged: boolean }> {
  const removed = await tx.removeDueSurges(serviceId);
  const offers = await offerBeds(tx, serviceId);
  await tx.announce(serviceId);
  return { othersChanged: removed + offers > 0 };
}

/**
 * Locks the beds of a service and ends the holds that are due. Their beds go to waitlist entries, not to whoever happens to ask now.
 * Answers how many ended.
 */
export async function lockShelter(tx: CapacityTransaction, serviceId: string): Promise<number> {
  await tx.lockBeds(serviceId);
  const expired = await tx.expireDueHolds(serviceId);
  if (expired.length > 0) await offerAndAnnounceBeds(tx, serviceId);
  return expired.length;
}
