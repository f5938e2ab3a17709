import { intakeRefusal, type Intake } from '../domain/intake.js';
import { bedsOf, placeHold, type BedsTaken } from '../domain/place-hold.js';
import { offerMinutes } from '../domain/waiting.js';
import { acceptanceOf, newHold } from './new-hold.js';
import type { CapacityTransaction, Holder } from './ports.js';

/**
 * Offers what is free at a locked service to those who wait, first come first served within what the beds admit and what one
 * organization may hold: who does not fit keeps their place. An offer is a hold with a short time.
 */
export async function offerBeds(tx: CapacityTransaction, serviceId: string): Promise<void> {
  const line = await tx.inLine(serviceId);
  if (line.length === 0) return;
  const intake = await tx.intake(serviceId);
  if (!intake.open || !(await tx.service(serviceId))?.takesPeople) return;
  for (const { waiting, holder, party, beds } of line) {
    const pools = (await tx.poolsOf(serviceId)).filter(({ closed }) => !closed).map(({ pool }) => pool);
    if (!party || !pools.some(({ free }) => free > 0)) return;
    const placed = placeHold(party, pools, beds);
    if (placed.kind !== 'TAKEN' || (await isBeyondLimit(tx, serviceId, intake, holder, placed))) continue;
    const asked = { serviceId, party, holder, caseReference: waiting.caseReference, minutes: offerMinutes };
    // The shelter is asked once somebody takes the offer: until then its silence must cost nobody their place.
    const { hold } = await tx.claimBeds(newHold(asked, placed, null));
    await tx.offer(waiting.id, hold.id, acceptanceOf(intake));
  }
}

async function isBeyondLimit(tx: CapacityTransaction, serviceId: string, intake: Intake, { organizationId }: Holder, placed: BedsTaken) {
  if (intake.mostBedsPerOrganization === null) return false;
  return intakeRefusal(intake, await tx.bedsHeld(serviceId, organizationId), bedsOf(placed)) !== null;
}

/** What follows every change of a locked service's beds: beds whose time is over go, those who wait come first, then the world is told. */
export async function tellBeds(tx: CapacityTransaction, serviceId: string): Promise<void> {
  await tx.removeDueSurges(serviceId);
  await offerBeds(tx, serviceId);
  await tx.announce(serviceId);
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
