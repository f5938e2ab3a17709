import type { AvailabilitySnapshot } from '@haven/events';
import { notFound, reason, type IdempotencyConflict, type InvalidInput, type NotFound, type Reason } from '@haven/kernel';
import { mayWrite, type Caller } from '@haven/security';
import { invalid, type Command } from '@haven/use-case';
import { holdRequestProblems, partyOf, type HoldRequest } from '../placing/hold-request.js';
import { bedsAllowed, intakeRefusal, type Intake } from '../placing/intake.js';
import { bedsOf, placeHold, refusedByHouse, type NoBeds } from '../placing/place-hold.js';
import { roomsUnder } from '../placing/rooms.js';
import { givenReference, referenceFor } from './references/given-reference.js';
import { seenHold } from './hold-access.js';
import { offerAndAnnounceBeds } from '../offers/offer-beds.js';
import { answerOnce } from '../commands/answer-once.js';
import { acceptanceOf, newHold } from '../offers/new-hold.js';
import type { Capacity, CapacityTransaction, SeenHold, Shelter } from '../ports.js';

/** Holds beds for a party for some minutes. */
export interface HoldBedsCommand extends Command, HoldRequest {
  readonly serviceId: string;
}

/** The free beds are not enough for the whole party. */
export interface NoBedsLeft {
  readonly kind: 'NoBedsLeft';
  readonly availability: AvailabilitySnapshot;
}

/** No pool admits somebody of the party. */
export interface NotAdmitted {
  readonly kind: 'NotAdmitted';
  readonly reasons: readonly Reason[];
}

/** Haven sends nobody to a service whose admission rule it does not know. */
export const ruleNotKnown: NotAdmitted = { kind: 'NotAdmitted', reasons: [reason('ASK_PERSONS')] };

type Failure = InvalidInput | NotFound | NoBedsLeft | NotAdmitted;

/**
 * Holds beds for the whole party or for nobody. Failures in order of precedence: InvalidInput, IdempotencyConflict, NotFound, NotAdmitted,
 * NoBedsLeft.
 */
export async function holdBeds(
  capacity: Capacity,
  caller: Caller,
  command: HoldBedsCommand,
): Promise<SeenHold | Failure | IdempotencyConflict> {
  const { reference: caseReference, problems } = givenReference(capacity, command.caseReference);
  return (
    invalid(command, [...holdRequestProblems(command), ...problems]) ??
    answerOnce(capacity, caller, 'holdBeds', command, async (tx) => {
      const shelter = await lockFor(tx, caller, 'holdBeds', command.serviceId);
      return shelter ? holdLocked(tx, caller, { ...command, caseReference }, shelter) : notFound;
    })
  );
}

/** Locks the shelter for a caller who wants beds; null if this caller finds no shelter. */
export async function lockFor(
  tx: CapacityTransaction,
  caller: Caller,
  operation: 'holdBeds' | 'joinWaitlist',
  serviceId: string,
): Promise<Shelter | null> {
  const shelter = await tx.lockShelter(serviceId, caller.organizationId);
  if (!shelter?.service.active || !mayWrite(caller, operation, shelter.service.organizationId)) return null;
  if (!shelter.someAreOver) return shelter;
  await tx.expireDueHolds(serviceId);
  await offerAndAnnounceBeds(tx, serviceId);
  return tx.lockShelter(serviceId, caller.organizationId);
}

/** {@link holdBeds} for a valid command at a locked shelter. */
export async function holdLocked(
  tx: CapacityTransaction,
  caller: Caller,
  command: HoldBedsCommand,
  { service, intake, availability, alreadyHeld }: Shelter,
): Promise<SeenHold | NoBedsLeft | NotAdmitted> {
  const { serviceId, beds, minutes } = command;
  const party = partyOf(command.party);
  if (!service.admits) return ruleNotKnown;
  const rooms = roomsUnder(service.admits, availability.pools);
  const isTooMany = (wanted: number) => refusalOf(intake, alreadyHeld, wanted);
  const found = isTooMany(beds ?? party.length) ?? placeHold(party, rooms, beds, bedsAllowed(intake, alreadyHeld));
  // A party that asks for fewer beds than it can share takes more.
  const placed = (found.kind === 'TAKEN' && isTooMany(bedsOf(found))) || found;
  const refused = placed.kind === 'NO_ROOM' && rooms.length === 0 ? refusedByHouse(party, service.admits) : null;
  if (refused) return { kind: 'NotAdmitted', reasons: refused };
  if (placed.kind === 'NO_ROOM') return { kind: 'NoBedsLeft', availability };
  if (placed.kind === 'NOT_ADMITTED') return { kind: 'NotAdmitted', reasons: placed.reasons };
  const holder = { subject: caller.subject, organizationId: caller.organizationId };
  const caseReference = await referenceFor(tx, command.caseReference);
  const asked = { serviceId, party, holder, caseReference, minutes: minutes ?? intake.usualMinutes };
  return seenHold(await tx.claimAndAnnounce(newHold(asked, placed, acceptanceOf(intake))));
}

/** Why the shelter does not take them now, whatever beds it has. */
function refusalOf(intake: Intake, alreadyHeld: number, wanted: number): NoBeds | null {
  const refusal = intakeRefusal(intake, alreadyHeld, wanted);
  return refusal && { kind: 'NOT_ADMITTED', reasons: [refusal] };
}
