import { invalidInput, notFound, type IdempotencyConflict, type InvalidInput, type NotFound, type VersionConflict } from '@haven/kernel';
import type { Caller, OperationName } from '@haven/security';
import { holdMoves } from '../domain/hold.js';
import { couldBePoolId } from '../domain/storable.js';
import { mayReachHold, seenHold } from './hold-access.js';
import { idempotencyKeyProblems } from './idempotency-key.js';
import type { Capacity, CapacityTransaction, SeenHold, StoredHold } from './ports.js';

/** The next step of a hold, and the version that was on the screen. */
export interface HoldTransitionCommand {
  readonly idempotencyKey: string;
  readonly holdId: string;
  readonly expectedVersion: number;
}

/** What a caller can do with a hold. */
export const holdOperations = {
  acceptHold: 'accept',
  confirmHold: 'confirm',
  releaseHold: 'release',
  declineHold: 'decline',
  checkOut: 'checkOut',
} as const satisfies {
  readonly [O in OperationName]?: keyof typeof holdMoves | 'accept';
};
/** {@link holdOperations} */
export type HoldOperation = keyof typeof holdOperations;

/** The hold is over, or has not come so far; `held` is how it stands. */
export interface HoldNotActive {
  readonly kind: 'HoldNotActive';
  readonly held: SeenHold;
}

type Failure = InvalidInput | NotFound | VersionConflict | HoldNotActive;

/** Failures in order of precedence: InvalidInput, IdempotencyConflict, NotFound, HoldNotActive, VersionConflict. */
export async function changeHold(
  capacity: Capacity,
  caller: Caller,
  operation: HoldOperation,
  command: HoldTransitionCommand,
): Promise<SeenHold | Failure | IdempotencyConflict> {
  const problems = idempotencyKeyProblems(command.idempotencyKey);
  if (problems.length > 0) return invalidInput(...problems);
  if (!couldBePoolId(command.holdId)) return notFound;
  const { idempotencyKey: key, ...body } = command;
  return capacity.transaction((tx) =>
    tx.once({ operation, key, subject: caller.subject, body }, () => change(tx, caller, operation, command)),
  );
}

async function change(
  tx: CapacityTransaction,
  caller: Caller,
  operation: HoldOperation,
  { holdId, expectedVersion }: HoldTransitionCommand,
): Promise<SeenHold | Failure> {
  const before = await tx.hold(holdId);
  if (!before || !mayReachHold(caller, operation, before)) return notFound;
  const { serviceId } = before.hold;
  await tx.lockBeds(serviceId);
  const expired = await tx.expireDueHolds(serviceId);
  const verb = holdOperations[operation];
  const moved =
    verb === 'accept'
      ? await tx.acceptHold(holdId, expectedVersion, caller.subject)
      : await tx.moveHold(holdId, verb, expectedVersion, caller.subject);
  if ((moved && verb !== 'accept') || expired.length > 0) await tx.announce(serviceId);
  return moved ? seenHold(moved) : whyNot((await tx.hold(holdId))!, operation);
}

const whyNot = (held: StoredHold, operation: HoldOperation): VersionConflict | HoldNotActive =>
  couldBeDone(held, holdOperations[operation])
    ? { kind: 'VersionConflict', currentVersion: held.hold.version }
    : { kind: 'HoldNotActive', held: seenHold(held) };

const couldBeDone = ({ hold: { state }, acceptBy }: StoredHold, verb: (typeof holdOperations)[HoldOperation]): boolean =>
  verb === 'accept' ? state === 'HELD' && acceptBy !== null : state === holdMoves[verb].from;
