import type { Instant } from '../history.js';
import type { Operation } from './operations.js';

/** An operation with its position in the order of one object: a change at its version, a read half a step after the version that it saw. */
export interface InOrder {
  readonly place: number;
  readonly invoked: Instant;
  readonly returned: Instant | null;
}

/**
 * How many operations come after one that was invoked only when they had returned. None: the versions are a possible order of the
 * operations. Operations at the same position saw the same and may be in any order.
 */
export function overtaken(operations: readonly InOrder[]): number {
  const sorted = [...operations].sort((a, b) => a.place - b.place);
  let [found, latest, latestHere, place] = [0, -Infinity, -Infinity, -Infinity];
  for (const one of sorted) {
    if (one.place !== place) [latest, latestHere, place] = [Math.max(latest, latestHere), -Infinity, one.place];
    if (one.returned !== null && one.returned < latest) found += 1;
    latestHere = Math.max(latestHere, one.invoked);
  }
  return found;
}

/**
 * The instants between which an operation can have changed something. A party that joins a list may get beds long after the answer, in
 * another transaction.
 */
export const boundsOf = ({
  operation,
  invoked,
  returned,
}: Pick<Operation, 'operation' | 'invoked' | 'returned'>): Omit<InOrder, 'place'> => ({
  invoked,
  returned: operation === 'joinWaitlist' ? null : returned,
});
