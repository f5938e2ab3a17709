import { randomUUID } from 'node:crypto';
import type { AvailabilitySnapshot } from '@haven/contracts';
import {
  invalidInput,
  notFound,
  type FieldProblem,
  type IdempotencyConflict,
  type InvalidInput,
  type NotFound,
  type Reason,
} from '@haven/kernel';
import { mayWrite, type Caller } from '@haven/security';
import { ageBandOf } from '../domain/age-band.js';
import { holdRequestProblems, type HoldRequest } from '../domain/hold-request.js';
import { intakeRefusal, type Intake } from '../domain/intake.js';
import { placeHold, type BedsTaken, type NoBeds } from '../domain/place-hold.js';
import { couldBeId } from '../domain/storable.js';
import { seenHold } from './hold-access.js';
import { lockShelter } from './offer-beds.js';
import { answerOnce } from './answer-once.js';
import { idempotencyKeyProblems } from './idempotency-key.js';
import type { Capacity, CapacityTransaction, NewHold, SeenHold } from './ports.js';

/** Promises beds to a party for some minutes. */
export interface HoldBedsCommand extends HoldRequest {
  readonly idempotencyKey: string;
  readonly serviceId: string;
}

/** The beds that are free do not do for the whole party. */
export interface NoBedsLeft {
  readonly kind: 'NoBedsLeft';
  readonly availability: AvailabilitySnapshot;
}

/** Somebody of the party is admitted to no pool. */
export interface NotAdmitted {
  readonly kind: 'NotAdmitted';
  readonly reasons: readonly Reason[];
}

type Failure = InvalidInput | NotFound | NoBedsLeft | NotAdmitted;

/** All of the party or nobody. Failures in order of precedence: InvalidInput, IdempotencyConflict, NotFound, NotAdmitted, NoBedsLeft. */
export async function holdBeds(
  capacity: Capacity,
  caller: Caller,
  command: HoldBedsCommand,
): Promise<SeenHold | Failure | IdempotencyConflict> {
  const problems: FieldProblem[] = [...idempotencyKeyProblems(command.idempotencyKey), ...holdRequestProblems(command)];
  if (problems.length > 0) return invalidInput(...problems);
  if (!couldBeId(command.serviceId)) return notFound;
  return answerOnce(capacity, caller, 'holdBeds', command, (tx) => holdIn(tx, caller, command));
}

/** {@link holdBeds} within a transaction, of a command that is well formed. */
export async function holdIn(
  tx: CapacityTransaction,
  caller: Caller,
  command: HoldBedsCommand,
): Promise<SeenHold | Exclude<Failure, InvalidInput>> {
  const service = await tx.service(command.serviceId);
  if (!service?.active || !mayWrite(caller, 'holdBeds', service.organizationId)) return notFound;
  await lockShelter(tx, command.serviceId);
  const pools = (await tx.poolsOf(command.serviceId)).filter(({ closed }) => !closed).map(({ pool }) => pool);
  const intake = await tx.intake(command.serviceId);
  const refused = await refusalOf(tx, caller, command, intake);
  const placed = refused ?? placeHold(command.party, pools, command.beds);
  if (placed.kind === 'NO_ROOM') return { kind: 'NoBedsLeft', availability: await tx.availability(command.serviceId) };
  if (placed.kind === 'NOT_ADMITTED') return { kind: 'NotAdmitted', reasons: placed.reasons };
  const held = await tx.claimBeds(newHold(caller, command, placed, intake));
  await tx.announce(command.serviceId);
  return seenHold(held);
}

/** Why the shelter does not take them now, whatever beds it has. */
async function refusalOf(tx: CapacityTransaction, caller: Caller, command: HoldBedsCommand, intake: Intake): Promise<NoBeds | null> {
  const alreadyHeld = intake.mostBedsPerOrganization === null ? 0 : await tx.bedsHeldBy(command.serviceId, caller.organizationId);
  const refusal = intakeRefusal(intake, alreadyHeld, command.beds ?? command.party.length);
  return refusal && { kind: 'NOT_ADMITTED', reasons: [refusal] };
}

const newHold = (
  caller: Caller,
  { serviceId, party, minutes, caseReference }: HoldBedsCommand,
  { beds, pools, asks }: BedsTaken,
  intake: Intake,
): NewHold => ({
  id: randomUUID(),
  serviceId,
  beds,
  holder: { subject: caller.subject, organizationId: caller.organizationId },
  caseReference: caseReference ?? null,
  party: party.map(({ gender, age }, index) => ({ gender, ageBand: ageBandOf(age ?? null), poolId: pools[index]! })),
  asks,
  minutes: minutes ?? intake.usualMinutes,
  acceptanceMinutes: intake.requiresAcceptance ? intake.acceptanceMinutes : null,
});
