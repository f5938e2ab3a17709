import type { Instant } from '../history.js';
import type { Bounds } from './bounds.js';
import type { Evidence } from './evidence.js';
import type { Step } from './steps.js';

/** Whether a waitlist entry had expired at a step; null: unknown. */
export type IsOver = (waitingId: string, sequence: number) => boolean | null;

/** From the instants at which entries were set back, and the bounds of each step. */
export function waitsOver({ agedWaits, overWaits }: Evidence): (bounds: Bounds) => IsOver {
  const mayBeFrom = mayBeOverFrom({ agedWaits });
  const isFrom = earliestOf(overWaits.flatMap(({ waitingIds, at }) => waitingIds.map((id) => [id, at] as const)));
  return ({ earliest, latest }) =>
    (waitingId, sequence) => {
      const from = mayBeFrom.get(waitingId);
      if (from === undefined || latest[sequence]! < from) return false;
      return earliest[sequence]! > (isFrom.get(waitingId) ?? Infinity) ? true : null;
    };
}

/** From when on each entry may have expired. */
export const mayBeOverFrom = ({ agedWaits }: Pick<Evidence, 'agedWaits'>): ReadonlyMap<string, Instant> =>
  earliestOf(agedWaits.flatMap(({ waitingIds, invoked }) => waitingIds.map((id) => [id, invoked] as const)));

function earliestOf(all: readonly (readonly [string, Instant])[]): Map<string, Instant> {
  const first = new Map<string, Instant>();
  for (const [id, at] of all) first.set(id, Math.min(at, first.get(id) ?? Infinity));
  return first;
}

/** The entries that expired in each transaction. */
export function endedWaits({ waitingChanges }: Evidence): ReadonlyMap<string, readonly string[]> {
  const ended = [...waitingChanges.values()].flat().filter(({ state }) => state === 'EXPIRED');
  const byTransaction = Map.groupBy(ended, ({ transaction }) => transaction);
  return new Map([...byTransaction].map(([transaction, changes]) => [transaction, changes.map(({ waitingId }) => waitingId)]));
}

/** Whether it is the last step of its transaction at a shelter: entries expire after other due work. */
export const isLastOfTransaction = (steps: readonly Step[], index: number): boolean =>
  steps[index + 1]?.told.transaction !== steps[index]!.told.transaction;
