import { randomUUID } from 'node:crypto';
import { invalidInput, notFound, type FieldProblem, type IdempotencyConflict, type InvalidInput, type NotFound } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { holdRequestProblems, partyOf, type HoldRequest } from '../placing/hold-request.js';
import { neverOffered } from './never-offered.js';
import { couldBeId } from '../commands/storable.js';
import { givenReference, referenceFor } from '../holds/given-reference.js';
import { lockFor, ruleNotKnown, type NotAdmitted } from '../holds/hold-beds.js';
import { answerOnce } from '../commands/answer-once.js';
import { idempotencyKeyProblems } from '../commands/idempotency-key.js';
import { tellBeds } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction, WaitingView } from '../ports.js';

/** Puts a party on the list of a service. */
export interface JoinWaitlistCommand extends Omit<HoldRequest, 'minutes'> {
  readonly idempotencyKey: string;
  readonly serviceId: string;
}

type Failure = InvalidInput | NotFound | NotAdmitted;

/**
 * Whose beds are free at once has an offer at once; who could never have one is told so. Failures in order of precedence: InvalidInput,
 * IdempotencyConflict, NotFound, NotAdmitted.
 */
export async function joinWaitlist(
  capacity: Capacity,
  caller: Caller,
  command: JoinWaitlistCommand,
): Promise<WaitingView | Failure | IdempotencyConflict> {
  const { reference: caseReference, problems: referenceProblems } = givenReference(capacity, command.caseReference);
  const problems: FieldProblem[] = [
    ...idempotencyKeyProblems(command.idempotencyKey),
    ...holdRequestProblems(command),
    ...referenceProblems,
  ];
  if (problems.length > 0) return invalidInput(...problems);
  if (!couldBeId(command.serviceId)) return notFound;
  return answerOnce(capacity, caller, 'joinWaitlist', command, (tx) => join(tx, caller, { ...command, caseReference }));
}

async function join(tx: CapacityTransaction, caller: Caller, command: JoinWaitlistCommand): Promise<WaitingView | Failure> {
  const { serviceId, beds } = command;
  const party = partyOf(command.party);
  const shelter = await lockFor(tx, caller, 'joinWaitlist', serviceId);
  if (!shelter) return notFound;
  if (!shelter.service.admits) return ruleNotKnown;
  const all = {
    rule: shelter.service.admits,
    pools: shelter.availability.pools,
    leaving: await tx.leavingBeds(serviceId),
    given: await tx.poolsWithGivenTotal(serviceId),
  };
  const reasons = neverOffered({ party, beds }, shelter.intake, all);
  if (reasons) return { kind: 'NotAdmitted', reasons };
  const id = randomUUID();
  const holder = { subject: caller.subject, organizationId: caller.organizationId };
  const caseReference = await referenceFor(tx, command.caseReference);
  await tx.join({ id, serviceId, holder, caseReference, party, beds: beds ?? null });
  await tellBeds(tx, serviceId);
  return (await tx.waiting(id))!.waiting;
}
