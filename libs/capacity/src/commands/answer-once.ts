import type { IdempotencyConflict } from '@haven/kernel';
import type { Caller } from '@haven/security';
import type { BedsOf, Capacity, CapacityTransaction } from '../ports.js';

/** A command about beds: of a service, of several, or of something that belongs to one. */
type BedsCommand = { readonly idempotencyKey: string } & (
  | { readonly serviceId: string }
  | { readonly holds: readonly { readonly serviceId: string }[] }
  | { readonly poolId: string }
  | { readonly holdId: string }
  | { readonly waitingId: string }
);

/** Does the work of a command in one transaction, once for each key of the caller, in turn for its shelters. The command must be JSON. */
export function answerOnce<T>(
  capacity: Pick<Capacity, 'changing'>,
  caller: Caller,
  operation: string,
  command: BedsCommand,
  work: (tx: CapacityTransaction) => Promise<T>,
): Promise<T | IdempotencyConflict> {
  const { idempotencyKey: key, ...body } = command;
  const { subject, organizationId } = caller;
  return capacity.changing(bedsOf(command), (tx) => tx.once({ operation, key, subject, organizationId, body }, () => work(tx)));
}

function bedsOf(command: BedsCommand): BedsOf {
  if ('holds' in command) return { serviceIds: command.holds.map(({ serviceId }) => serviceId) };
  if ('serviceId' in command) return { serviceIds: [command.serviceId] };
  if ('poolId' in command) return { poolId: command.poolId };
  return 'holdId' in command ? { holdId: command.holdId } : { waitingId: command.waitingId };
}
