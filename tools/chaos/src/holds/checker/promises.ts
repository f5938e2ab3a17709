import type { Instant, SeenHold } from '../history.js';
import type { Evidence } from './evidence.js';
import type { Operation } from './operations.js';

/** Operations after which a bed may be free again. */
const endings = ['releaseHold', 'declineHold', 'checkOut'];

/**
 * Pools of which more beds were promised at one instant than they ever had. This uses only answers, not tables: a promise counts from its
 * answer until somebody requested its end, or its time may have passed, or its bed may have been counted empty.
 */
export function oversoldByAnswers(evidence: Evidence): number {
  const [ends, emptied] = [endsOf(evidence), emptiedAt(evidence)];
  const steps = new Map<string, { at: Instant; beds: number }[]>();
  for (const operation of evidence.operations)
    for (const hold of promisedBy(operation)) {
      for (const { poolId, beds } of hold.beds) {
        const [told, end] = [operation.returned!, Math.min(ends.get(hold.id) ?? Infinity, emptied(hold.id, poolId))];
        if (end <= told) continue;
        const pair = [
          { at: told, beds },
          { at: end, beds: -beds },
        ];
        if (!steps.get(poolId)?.push(...pair)) steps.set(poolId, pair);
      }
    }
  return [...steps].filter(([poolId, ofPool]) => mostAtOnce(ofPool) > mostBeds(evidence, poolId)).length;
}

/** An offer becomes a promise when it is taken. */
function promisedBy({ operation, answer }: Operation): readonly SeenHold[] {
  if (answer?.kind === 'GroupHeld') return answer.holds;
  return answer?.kind === 'Hold' && (operation === 'holdBeds' || operation === 'takeOffer') ? [answer.hold] : [];
}

function endsOf({ operations, aged }: Evidence): Map<string, Instant> {
  const ends = new Map<string, Instant>();
  const end = (holdId: string, at: Instant) => void ends.set(holdId, Math.min(at, ends.get(holdId) ?? Infinity));
  for (const { operation, input, invoked, answer } of operations)
    if (endings.includes(operation) && (answer === null || answer.kind === 'Hold')) end(input.holdId!, invoked);
  for (const { holdIds, invoked } of aged) for (const holdId of holdIds) end(holdId, invoked);
  return ends;
}

/** When a count can first have found the bed of an arrived party empty; others may have it from then on. */
function emptiedAt({ operations }: Evidence): (holdId: string, poolId: string) => Instant {
  const mayHaveBeen = operations.filter(({ answer }) => answer === null || answer.kind === 'Hold' || answer.kind === 'BedPool');
  const arrivals = mayHaveBeen.filter(({ operation }) => operation === 'confirmHold');
  const arrived = new Map(arrivals.map(({ input, invoked }) => [input.holdId!, invoked]));
  const counts = Map.groupBy(
    mayHaveBeen.filter(({ operation, input }) => operation === 'setBedCounts' && input.occupied !== undefined),
    ({ input }) => input.poolId!,
  );
  return (holdId, poolId) => {
    const since = arrived.get(holdId) ?? Infinity;
    const after = counts.get(poolId)?.filter(({ returned }) => (returned ?? Infinity) >= since) ?? [];
    return after.reduce((first, { invoked }) => Math.min(first, Math.max(invoked, since)), Infinity);
  };
}

/** At the same instant, ends come first. */
function mostAtOnce(steps: { at: Instant; beds: number }[]): number {
  let [now, most] = [0, 0];
  for (const { beds } of steps.sort((a, b) => a.at - b.at || a.beds - b.beds)) most = Math.max(most, (now += beds));
  return most;
}

const mostBeds = ({ poolChanges }: Evidence, poolId: string): number =>
  (poolChanges.get(poolId) ?? []).reduce((most, { total }) => Math.max(most, total), 0);
