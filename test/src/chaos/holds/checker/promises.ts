import type { Instant, SeenHold } from '../history.js';
import type { Evidence } from './evidence.js';
import type { Operation } from './operations.js';

/** Operations after which a bed may be free again. */
const endings = ['releaseHold', 'declineHold', 'checkOut'];

/**
 * Pools of which more beds were promised at one instant than they ever had. Looks at the answers and not at the tables: a promise
 * stands from when it was told until somebody asked for its end, or its time may have been over.
 */
export function oversoldByAnswers(evidence: Evidence): number {
  const ends = endsOf(evidence);
  const steps = new Map<string, { at: Instant; beds: number }[]>();
  for (const operation of evidence.operations)
    for (const hold of promisedBy(operation)) {
      const [told, end] = [operation.returned!, ends.get(hold.id) ?? Infinity];
      if (end <= told) continue;
      for (const { poolId, beds } of hold.beds) {
        const pair = [
          { at: told, beds },
          { at: end, beds: -beds },
        ];
        if (!steps.get(poolId)?.push(...pair)) steps.set(poolId, pair);
      }
    }
  return [...steps].filter(([poolId, ofPool]) => mostAtOnce(ofPool) > mostBeds(evidence, poolId)).length;
}

/** An offer is a promise from when it was taken. */
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

/** At the same instant, ends come first. */
function mostAtOnce(steps: { at: Instant; beds: number }[]): number {
  let [now, most] = [0, 0];
  for (const { beds } of steps.sort((a, b) => a.at - b.at || a.beds - b.beds)) most = Math.max(most, (now += beds));
  return most;
}

const mostBeds = ({ poolChanges }: Evidence, poolId: string): number =>
  (poolChanges.get(poolId) ?? []).reduce((most, { total }) => Math.max(most, total), 0);
