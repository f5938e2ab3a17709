import { randomUUID } from 'node:crypto';
import { notFound, type IdempotencyConflict, type InvalidInput, type NotFound } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { invalid, type Command } from '@haven/use-case';
import { holdRequestProblems, partyOf, type HoldRequest } from '../placing/hold-request.js';
import { neverOffered } from './never-offered.js';
import { givenReference, referenceFor } from '../holds/references/given-reference.js';
import { lockFor, ruleNotKnown, type NotAdmitted } from '../holds/hold-beds.js';
import { answerOnce } from '../commands/answer-once.js';
import { offerAndAnnounceBeds } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction, WaitingView } from '../ports.js';

/** Puts a party on the waiting list of a service. */
export interface JoinWaitlistCommand extends Command, Omit<HoldRequest, 'minutes'> {
  readonly serviceId: string;
}

type Failure = InvalidInput | NotFound | NotAdmitted;

/**
 * Offers beds at once if they are free, and refuses a party that could never get an offer. Failures in order of precedence: InvalidInput,
 * IdempotencyConflict, NotFound, NotAdmitted.
 */
export async function joinWaitlist(
  capacity: Capacity,
  caller: Caller,
  command: JoinWaitlistCommand,
): Promise<WaitingView | Failure | IdempotencyConflict> {
  const { reference: caseReference, problems } = givenReference(capacity, command.caseReference);
  return (
    invalid(command, [...holdRequestProblems(command), ...problems]) ??
    answerOnce(capacity, caller, 'joinWaitlist', command, (tx) => join(tx, caller, { ...command, caseReference }))
  );
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
  await offerAndAnnounceBeds(tx, serviceId);
  return (await tx.waiting(id))!.waiting;
}
