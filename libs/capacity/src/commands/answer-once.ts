import { notFound, type IdempotencyConflict, type NotFound } from '@haven/kernel';
import type { Caller, OperationName } from '@haven/security';
import { once, type Command } from '@haven/use-case';
import type { BedsOf, Capacity, CapacityTransaction } from '../ports.js';
import { couldBeId, couldBeUuid } from './storable.js';

/** A command that changes the beds of a service, or of something that belongs to one. */
type BedsCommand = Command &
  ({ readonly serviceId: string } | { readonly poolId: string } | { readonly holdId: string } | { readonly waitingId: string });

/** Runs a command about beds once, after queueing for its shelters. It checks an impossible id after the key, like any other id. */
export async function answerOnce<T>(
  capacity: Pick<Capacity, 'changing'>,
  caller: Caller,
  operation: OperationName,
  command: BedsCommand,
  work: (tx: CapacityTransaction) => Promise<T>,
): Promise<T | NotFound | IdempotencyConflict> {
  const beds = bedsOf(command);
  return capacity.changing(beds ?? nowhere, (tx) =>
    once<CapacityTransaction, T | NotFound>(tx, caller, operation, command, beds ? work : missing),
  );
}

const nowhere: BedsOf = { serviceIds: [] };
const missing = () => Promise.resolve(notFound);

function bedsOf(command: BedsCommand): BedsOf | null {
  if ('serviceId' in command) return couldBeId(command.serviceId) ? { serviceIds: [command.serviceId] } : null;
  if ('poolId' in command) return couldBeUuid(command.poolId) ? { poolId: command.poolId } : null;
  if ('holdId' in command) return couldBeUuid(command.holdId) ? { holdId: command.holdId } : null;
  return couldBeUuid(command.waitingId) ? { waitingId: command.waitingId } : null;
}
