/** Counts are published in fives, and smaller ones not at all. */
const grain = 5;
const hiddenMost = grain - 1;

/** The published count: at least so many; null: fewer than five. */
export type Shown = number | null;

/** The published form of a count. */
export function shownOf(count: number): Shown {
  const told = Math.floor(count / grain) * grain;
  return told === 0 ? null : told;
}

/** The sum of published counts. */
export const addShown = (...shown: readonly Shown[]): Shown =>
  shown.reduce((before, now) => (now === null ? before : (before ?? 0) + now), null);

/**
 * Whether the published parts of a whole allow each hidden part to be 0: the other parts could make up the whole. They are compared with
 * the true whole, since no published number can show that there are more. `groups`: how many parts there could be.
 */
export function leavesOpen(counts: readonly number[], groups: number): boolean {
  const there = counts.filter((count) => count > 0);
  const told = there.map(shownOf).filter((one) => one !== null);
  const hidden = Math.max(groups, there.length) - told.length;
  return hidden === 0 || sum(there) <= sum(told) + hiddenMost * (told.length + hidden - 1);
}

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);
