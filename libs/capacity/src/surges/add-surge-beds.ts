import { randomUUID } from 'node:crypto';
import type { BedPoolView } from '@haven/events';
import { invalidInput, notFound, type FieldProblem, type IdempotencyConflict, type InvalidInput, type NotFound } from '@haven/kernel';
import { mayWrite, type Caller } from '@haven/security';
import { invalid, type Command } from '@haven/use-case';
import { isWithinAYear } from '../commands/a-year-ahead.js';
import { answerOnce } from '../commands/answer-once.js';
import { lockShelter, offerAndAnnounceBeds } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction } from '../ports.js';

/** Adds beds until an end. */
export interface AddSurgeBedsCommand extends Command {
  readonly poolId: string;
  readonly beds: number;
  readonly endsAt: Date;
}

const mostBeds = 1_000;

/**
 * After the end each bed goes as soon as it is free. Failures in order of precedence: InvalidInput (beds), IdempotencyConflict,
 * InvalidInput (end), NotFound.
 */
export async function addSurgeBeds(
  capacity: Capacity,
  caller: Caller,
  command: AddSurgeBedsCommand,
): Promise<BedPoolView | InvalidInput | NotFound | IdempotencyConflict> {
  return (
    invalid(command, formProblems(command)) ??
    answerOnce(capacity, caller, 'addSurgeBeds', command, async (tx) => {
      // Checked only now: a caller who repeats the call after that end gets the same answer.
      return isWithinAYear(command.endsAt, capacity.clock.now()) ? add(tx, caller, command) : invalidInput(endProblem);
    })
  );
}

async function add(tx: CapacityTransaction, caller: Caller, { poolId, beds, endsAt }: AddSurgeBedsCommand) {
  const pool = await tx.pool(poolId);
  const service = pool && (await tx.service(pool.serviceId));
  if (!service?.active || !mayWrite(caller, 'addSurgeBeds', service.organizationId)) return notFound;
  await lockShelter(tx, service.serviceId);
  const added = await tx.addSurge({ id: randomUUID(), poolId, beds, endsAt: endsAt.toISOString() }, caller.subject);
  if (!added) return invalidInput({ path: 'beds', message: 'The pool would have more beds than a pool can have: define another one.' });
  await offerAndAnnounceBeds(tx, service.serviceId);
  return (await tx.pool(poolId)) ?? added;
}

const endProblem: FieldProblem = { path: 'endsAt', message: 'Give an instant from now to a year ahead.' };

const formProblems = ({ beds, endsAt }: AddSurgeBedsCommand): FieldProblem[] => [
  ...(Number.isInteger(beds) && beds >= 1 && beds <= mostBeds ? [] : [{ path: 'beds', message: `Give 1 to ${mostBeds} beds.` }]),
  ...(Number.isNaN(endsAt.getTime()) ? [endProblem] : []),
];
