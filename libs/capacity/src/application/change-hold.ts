import { invalidInput, notFound, type IdempotencyConflict, type InvalidInput, type NotFound, type VersionConflict } from '@haven/kernel';
import type { Caller, OperationName } from '@haven/security';
import { holdMoves, type HoldNotActive } from '../domain/hold.js';
import { couldBePoolId } from '../domain/storable.js';
import { mayReachHold } from './hold-access.js';
import { idempotencyKeyProblems } from './idempotency-key.js';
import type { Capacity, CapacityTransaction, StoredHold } from './ports.js';

/** The next step of a hold, and the version that was on the screen. */
export interface HoldTransitionCommand {
  readonly idempotencyKey: string;
  readonly holdId: string;
  readonly expectedVersion: number;
}

/** What a caller can do with a hold. */
export const holdOperations = {
  confirmHold: 'confirm',
  releaseHold: 'release',
  declineHold: 'decline',
  checkOut: 'checkOut',
} as const satisfies {
  readonly [O in OperationName]?: keyof typeof holdMoves;
};
/** {@link holdOperations} */
export type HoldOperation = keyof typeof holdOperations;

type Failure = InvalidInput | NotFound | VersionConflict | HoldNotActive;

/** Failures in order of precedence: InvalidInput, IdempotencyConflict, NotFound, HoldNotActive, VersionConflict. */
export async function changeHold(
  capacity: Capacity,
  caller: Caller,
  operation: HoldOperation,
  command: HoldTransitionCommand,
): Promise<StoredHold | Failure | IdempotencyConflict> {
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
): Promise<StoredHold | Failure> {
  const before = await tx.hold(holdId);
  const service = before && (await tx.service(before.hold.serviceId));
  if (!service || !mayReachHold(caller, operation, before, service.organizationId)) return notFound;
  await tx.lockBeds(service.serviceId);
  const expired = await tx.expireDueHolds(service.serviceId);
  const moved = await tx.moveHold(holdId, holdOperations[operation], expectedVersion, caller.subject);
  if (moved || expired.length > 0) await tx.announce(service.serviceId);
  return moved ?? whyNot((await tx.hold(holdId))!, operation);
}

const whyNot = ({ hold }: StoredHold, operation: HoldOperation): VersionConflict | HoldNotActive =>
  hold.state === holdMoves[holdOperations[operation]].from
    ? { kind: 'VersionConflict', currentVersion: hold.version }
    : { kind: 'HoldNotActive', hold };
