import { randomUUID } from 'node:crypto';
import type { BedPoolView } from '@haven/events';
import { invalidInput, notFound, type FieldProblem, type IdempotencyConflict, type InvalidInput, type NotFound } from '@haven/kernel';
import { mayWrite, type Caller } from '@haven/security';
import { invalid, type Command } from '@haven/use-case';
import { fitProblems, mostPools, rangeProblems } from './bed-pool.js';
import { admissionOf, admissionProblems, type AdmissionGiven } from './read-admission.js';
import { roomNameProblems } from './room-name.js';
import { answerOnce } from '../commands/answer-once.js';
import { offerAndAnnounceBeds } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction, NewPool } from '../ports.js';
import { waitForService } from '../commands/wait-for-service.js';

/** Adds a pool of beds to a service. */
export interface DefineBedPoolCommand extends Command {
  readonly serviceId: string;
  readonly name: string;
  readonly admits?: AdmissionGiven | null;
  readonly total: number;
  readonly occupied?: number | null;
  readonly outOfService?: number | null;
}

/** Failures in order of precedence: InvalidInput, IdempotencyConflict, NotFound, InvalidInput (too many pools). */
export async function defineBedPool(
  capacity: Capacity,
  caller: Caller,
  command: DefineBedPoolCommand,
): Promise<BedPoolView | InvalidInput | NotFound | IdempotencyConflict> {
  const pool = poolOf(command);
  const wrong = invalid(command, problemsOf(command, pool));
  if (wrong) return wrong;
  await waitForService(capacity, command.serviceId);
  return answerOnce(capacity, caller, 'defineBedPool', command, (tx) => addPool(tx, caller, pool));
}

async function addPool(tx: CapacityTransaction, caller: Caller, pool: NewPool): Promise<BedPoolView | NotFound | InvalidInput> {
  // Checked before the service is read: after a service's beds are withdrawn, no pool may publish them again.
  await tx.lockBeds(pool.serviceId);
  const service = await tx.service(pool.serviceId);
  if (!service?.active || !mayWrite(caller, 'defineBedPool', service.organizationId)) return notFound;
  const shown = (await tx.poolsOf(pool.serviceId)).filter(({ closed }) => !closed);
  if (shown.length >= mostPools) return invalidInput(tooManyPools);
  const added = await tx.addPool(pool, caller);
  const { othersChanged } = await offerAndAnnounceBeds(tx, pool.serviceId);
  return (othersChanged && (await tx.pool(pool.id))) || added;
}

const tooManyPools: FieldProblem = {
  path: 'serviceId',
  message: `The service has ${mostPools} pools already: add the beds to a pool of the same rule with setBedCounts.`,
};

const poolOf = ({ serviceId, name, admits, total, occupied, outOfService }: DefineBedPoolCommand): NewPool => ({
  id: randomUUID(),
  serviceId,
  name: name.trim(),
  admits: admissionOf(admits),
  total,
  occupied: occupied ?? 0,
  held: 0,
  outOfService: outOfService ?? 0,
});

function problemsOf({ name }: DefineBedPoolCommand, pool: NewPool): FieldProblem[] {
  const ranges = rangeProblems(pool);
  return [
    ...roomNameProblems('name', name),
    ...admissionProblems('admits', pool.admits),
    ...(ranges.length > 0 ? ranges : fitProblems(pool)),
  ];
}
