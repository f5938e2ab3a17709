import type { Instant } from '../history.js';
import type { Bounds } from './bounds.js';
import type { Evidence } from './evidence.js';
import type { Step } from './steps.js';

/** Whether the wait of somebody on a list was over at a step; null: it may have been or not. */
export type IsOver = (waitingId: string, sequence: number) => boolean | null;

/** By the instants at which waits were set back, and those between which each step has happened. */
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

/** From when on each wait may be over. */
export const mayBeOverFrom = ({ agedWaits }: Pick<Evidence, 'agedWaits'>): ReadonlyMap<string, Instant> =>
  earliestOf(agedWaits.flatMap(({ waitingIds, invoked }) => waitingIds.map((id) => [id, invoked] as const)));

function earliestOf(all: readonly (readonly [string, Instant])[]): Map<string, Instant> {
  const first = new Map<string, Instant>();
  for (const [id, at] of all) first.set(id, Math.min(at, first.get(id) ?? Infinity));
  return first;
}

/** Whose waits end by their time in which transaction. */
export function endedWaits({ waitingChanges }: Evidence): ReadonlyMap<string, readonly string[]> {
  const ended = [...waitingChanges.values()].flat().filter(({ state }) => state === 'EXPIRED');
  const byTransaction = Map.groupBy(ended, ({ transaction }) => transaction);
  return new Map([...byTransaction].map(([transaction, changes]) => [transaction, changes.map(({ waitingId }) => waitingId)]));
}

/** The last of the steps that one transaction did at a shelter: waits end after what is over was seen to. */
export const isLastOfTransaction = (steps: readonly Step[], index: number): boolean =>
  steps[index + 1]?.told.transaction !== steps[index]!.told.transaction;
