import type { Step } from './steps.js';

/**
 * For each sequence of a shelter: the instant before which its step cannot have begun, and the instant by which it has certainly happened.
 */
export interface Bounds {
  readonly earliest: readonly number[];
  readonly latest: readonly number[];
}

/** From the operations of the steps: each comes after those before it. */
export function boundsOfSteps(steps: readonly Step[]): Bounds {
  let earliest = -Infinity;
  let latest = Infinity;
  return {
    earliest: [-Infinity, ...steps.map(({ operation }) => (earliest = Math.max(earliest, operation?.invoked ?? -Infinity)))],
    latest: [
      ...steps.toReversed().map(({ operation }) => (latest = Math.min(latest, operation?.returned ?? Infinity))),
      -Infinity,
    ].reverse(),
  };
}
