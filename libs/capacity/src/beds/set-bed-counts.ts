import type { BedPoolView } from '@haven/events';
import {
  notFound,
  type FieldProblem,
  type IdempotencyConflict,
  type InvalidInput,
  type NotFound,
  type VersionConflict,
} from '@haven/kernel';
import { mayWrite, type Caller } from '@haven/security';
import { invalid, type Command } from '@haven/use-case';
import { rangeProblems, recount } from './bed-pool.js';
import { answerOnce } from '../commands/answer-once.js';
import { offerAndAnnounceBeds } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction, CountedThen } from '../ports.js';

/** What somebody sees in the room, and the version that was on their screen. */
export interface SetBedCountsCommand extends Command, CountedThen {
  readonly poolId: string;
  readonly expectedVersion: number;
}

type Failure = InvalidInput | NotFound | VersionConflict;

/** Failures in order of precedence: InvalidInput (ranges), IdempotencyConflict, NotFound, VersionConflict, InvalidInput (counts that do not fit). */
export async function setBedCounts(
  capacity: Capacity,
  caller: Caller,
  command: SetBedCountsCommand,
): Promise<BedPoolView | Failure | IdempotencyConflict> {
  const { countedAt, ...now } = command;
  return (
    invalid(command, [...rangeProblems(command), ...whenProblems(command)]) ??
    answerOnce(capacity, caller, 'setBedCounts', countedAt ? command : now, (tx) => setCounts(tx, caller, command))
  );
}

const whenProblems = ({ countedAt }: CountedThen): FieldProblem[] =>
  countedAt && Number.isNaN(countedAt.getTime()) ? [{ path: 'countedAt', message: 'Give an instant, or leave it out for now.' }] : [];

async function setCounts(tx: CapacityTransaction, caller: Caller, command: SetBedCountsCommand): Promise<BedPoolView | Failure> {
  // Checked before the service is read: after a service's beds are withdrawn, no count may publish them again.
  const serviceId = await tx.lockBedsOfPool(command.poolId);
  const service = serviceId === null ? null : await tx.service(serviceId);
  if (!service?.active || !mayWrite(caller, 'setBedCounts', service.organizationId)) return notFound;
  const changed = await tx.setCounts(command.poolId, command.expectedVersion, command, caller);
  if (!changed) return whyNot(tx, command);
  const { othersChanged } = await offerAndAnnounceBeds(tx, service.serviceId);
  return (othersChanged && (await tx.pool(command.poolId))) || changed;
}

async function whyNot(tx: CapacityTransaction, command: SetBedCountsCommand): Promise<Failure> {
  const current = await tx.pool(command.poolId);
  if (!current) return notFound;
  if (current.version !== command.expectedVersion) return { kind: 'VersionConflict', currentVersion: current.version };
  const counts = recount(current, command);
  if (counts.ok) throw new Error('The database refused counts that fit');
  return counts.error;
}
