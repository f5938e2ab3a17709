import type { IdempotencyConflict } from '@haven/kernel';
import type { Caller } from '@haven/security';
import type { Capacity, CapacityTransaction } from './ports.js';

/** Does the work of a command in one transaction, once for each key of the caller, in turn for its shelter. The command must be JSON. */
export function answerOnce<T>(
  capacity: Pick<Capacity, 'transaction'>,
  caller: Caller,
  operation: string,
  command: { readonly idempotencyKey: string; readonly serviceId?: string },
  work: (tx: CapacityTransaction) => Promise<T>,
): Promise<T | IdempotencyConflict> {
  const { idempotencyKey: key, ...body } = command;
  const { subject, organizationId } = caller;
  return capacity.transaction((tx) => tx.once({ operation, key, subject, organizationId, body }, () => work(tx)), command.serviceId);
}
