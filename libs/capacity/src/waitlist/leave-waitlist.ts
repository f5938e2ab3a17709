import { notFound, type IdempotencyConflict, type InvalidInput, type NotFound, type VersionConflict } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { invalid, type Command } from '@haven/use-case';
import { mayReachHold } from '../holds/hold-access.js';
import { answerOnce } from '../commands/answer-once.js';
import { lockShelter, offerAndAnnounceBeds } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction, StoredWaiting, WaitingView } from '../ports.js';

/** Takes a party off the waiting list. */
export interface LeaveWaitlistCommand extends Command {
  readonly waitingId: string;
  readonly expectedVersion: number;
}

type Failure = InvalidInput | NotFound | VersionConflict;

/**
 * Its offer goes to the next in line. An entry that has ended stays as it is. Failures: InvalidInput, IdempotencyConflict, NotFound,
 * VersionConflict.
 */
export async function leaveWaitlist(
  capacity: Capacity,
  caller: Caller,
  command: LeaveWaitlistCommand,
): Promise<WaitingView | Failure | IdempotencyConflict> {
  return invalid(command) ?? answerOnce(capacity, caller, 'leaveWaitlist', command, (tx) => leave(tx, caller, command));
}

async function leave(
  tx: CapacityTransaction,
  caller: Caller,
  { waitingId, expectedVersion }: LeaveWaitlistCommand,
): Promise<WaitingView | Failure> {
  const found = await tx.waiting(waitingId);
  if (!found || !mayReachHold(caller, 'leaveWaitlist', found)) return notFound;
  await lockShelter(tx, found.waiting.serviceId);
  const { waiting } = (await tx.waiting(waitingId))!;
  if (waiting.version !== expectedVersion) return { kind: 'VersionConflict', currentVersion: waiting.version };
  if (waiting.state === 'WAITING') await tx.leave(waitingId, expectedVersion, caller.subject);
  else if (waiting.state === 'OFFERED') {
    const held = await tx.hold(waiting.holdId!);
    // The offer can expire while this runs; then it was missed.
    if (!(await tx.moveHold(waiting.holdId!, 'release', held!.hold.version, caller.subject))) return missed(tx, found);
  }
  await offerAndAnnounceBeds(tx, waiting.serviceId);
  return (await tx.waiting(waitingId))!.waiting;
}

async function missed(tx: CapacityTransaction, { waiting: { id, serviceId } }: StoredWaiting): Promise<VersionConflict> {
  await lockShelter(tx, serviceId);
  return { kind: 'VersionConflict', currentVersion: (await tx.waiting(id))!.waiting.version };
}
