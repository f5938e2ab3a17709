import { bedsAllowed, intakeRefusal } from '../placing/intake.js';
import { bedsOf, placeHold } from '../placing/place-hold.js';
import { roomsUnder } from '../placing/rooms.js';
import { offerMinutes } from './waiting.js';
import { acceptanceOf, newHold } from './new-hold.js';
import type { CapacityTransaction } from '../ports.js';

/**
 * Offers what is free at a locked service to those who wait, first come first served within what the beds admit and what one
 * organization may hold: who does not fit keeps their place. An offer is a hold with a short time. Answers how many it made.
 */
export async function offerBeds(tx: CapacityTransaction, serviceId: string): Promise<number> {
  let offers = 0;
  for (const { waiting, holder, party, beds } of await tx.inLine(serviceId)) {
    // As they would find it who wait, after what was offered to those before them.
    const { service, intake, availability, alreadyHeld } = (await tx.lockShelter(serviceId, holder.organizationId))!;
    if (!party || !service.admits || !intake.open || availability.free === 0) return offers;
    const placed = placeHold(party, roomsUnder(service.admits, availability.pools), beds, bedsAllowed(intake, alreadyHeld));
    if (placed.kind !== 'TAKEN' || intakeRefusal(intake, alreadyHeld, bedsOf(placed))) continue;
    const asked = { serviceId, party, holder, caseReference: waiting.caseReference, minutes: offerMinutes };
    // The shelter is asked once somebody takes the offer: until then its silence must cost nobody their place.
    const { hold } = await tx.claimBeds(newHold(asked, placed, null));
    await tx.offer(waiting.id, hold.id, acceptanceOf(intake));
    offers += 1;
  }
  return offers;
}

/**
 * What follows every change of a locked service's beds: beds whose time is over go, those who wait come first, then the world is told.
 * `othersChanged`: its pools are no longer as the change left them.
 */
export async function tellBeds(tx: CapacityTransaction, serviceId: string): Promise<{ readonly othersChanged: boolean }> {
  const removed = await tx.removeDueSurges(serviceId);
  const offers = await offerBeds(tx, serviceId);
  await tx.announce(serviceId);
  return { othersChanged: removed + offers > 0 };
}

/**
 * Locks the beds of a service and ends the holds whose time is over: what becomes free so goes to those who wait, not to
 * who happens to ask now. Answers how many ended.
 */
export async function lockShelter(tx: CapacityTransaction, serviceId: string): Promise<number> {
  await tx.lockBeds(serviceId);
  const expired = await tx.expireDueHolds(serviceId);
  if (expired.length > 0) await tellBeds(tx, serviceId);
  return expired.length;
}
