import type { Instant } from '../history.js';
import type { Operation } from './operations.js';

/** An operation at its place in the order of one object: a change at its version, a read half a step behind the version it saw. */
export interface InOrder {
  readonly place: number;
  readonly invoked: Instant;
  readonly returned: Instant | null;
}

/**
 * How many operations stand behind one that was invoked only after they had returned. None: the order of the versions is
 * an order in which the operations can have happened. Operations at the same place see the same and may stand in any order.
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
 * Between which instants an operation can have changed something. Whoever joins a list may be given beds long after the answer, in
 * the transaction of somebody else.
 */
export const boundsOf = ({
  operation,
  invoked,
  returned,
}: Pick<Operation, 'operation' | 'invoked' | 'returned'>): Omit<InOrder, 'place'> => ({
  invoked,
  returned: operation === 'joinWaitlist' ? null : returned,
});
