import { notFound, type IdempotencyConflict, type InvalidInput, type NotFound, type VersionConflict } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { invalid, type Command } from '@haven/use-case';
import { minutesProblems } from '../placing/hold-request.js';
import type { HoldNotActive } from './change-hold.js';
import { mayReachHold, seenHold } from './hold-access.js';
import { answerOnce } from '../commands/answer-once.js';
import { lockShelter } from '../offers/offer-beds.js';
import type { Capacity, CapacityTransaction, SeenHold } from '../ports.js';

/** How long a hold should last from now on, because somebody is late. */
export interface ExtendHoldCommand extends Command {
  readonly holdId: string;
  readonly expectedVersion: number;
  /** From now on. */
  readonly minutes: number;
}

type Failure = InvalidInput | NotFound | VersionConflict | HoldNotActive;

/**
 * A hold never becomes shorter, and the shelter gets no more time to accept. An offer cannot be extended, only taken: others wait for it.
 * Failures: InvalidInput, IdempotencyConflict, NotFound, HoldNotActive, VersionConflict.
 */
export async function extendHold(
  capacity: Capacity,
  caller: Caller,
  command: ExtendHoldCommand,
): Promise<SeenHold | Failure | IdempotencyConflict> {
  return (
    invalid(command, minutesProblems(command.minutes)) ??
    answerOnce(capacity, caller, 'extendHold', command, (tx) => extend(tx, caller, command))
  );
}

async function extend(
  tx: CapacityTransaction,
  caller: Caller,
  { holdId, expectedVersion, minutes }: ExtendHoldCommand,
): Promise<SeenHold | Failure> {
  const before = await tx.hold(holdId);
  if (!before || !mayReachHold(caller, 'extendHold', before)) return notFound;
  const { serviceId } = before.hold;
  await lockShelter(tx, serviceId);
  const extended = await tx.extendHold(holdId, expectedVersion, minutes, caller.subject);
  if (extended) return seenHold(extended);
  const { hold, isOffer } = (await tx.hold(holdId))!;
  const isOther = hold.version !== expectedVersion;
  if (hold.state === 'HELD' && !isOffer && isOther) return { kind: 'VersionConflict', currentVersion: hold.version };
  // If nothing else prevents it, the hold ended after the shelter was locked.
  await lockShelter(tx, serviceId);
  return { kind: 'HoldNotActive', held: seenHold((await tx.hold(holdId))!) };
}
