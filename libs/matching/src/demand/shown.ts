/** Counts are told in fives, and nothing is told of fewer. */
const grain = 5;
const hiddenMost = grain - 1;

/** What is told of a count: at least so many; null: fewer than five. */
export type Shown = number | null;

/** What is told of a count. */
export function shownOf(count: number): Shown {
  const told = Math.floor(count / grain) * grain;
  return told === 0 ? null : told;
}

/** What is told of several counts, as one number. */
export const addShown = (...shown: readonly Shown[]): Shown =>
  shown.reduce((before, now) => (now === null ? before : (before ?? 0) + now), null);

/**
 * Whether what is told of the parts of a whole leaves it open for each hidden one that it is empty: the others could be the whole. They are
 * compared with the true whole, since nothing that is told anywhere can say that there are more. `groups`: how many parts there could be.
 */
export function leavesOpen(counts: readonly number[], groups: number): boolean {
  const there = counts.filter((count) => count > 0);
  const told = there.map(shownOf).filter((one) => one !== null);
  const hidden = Math.max(groups, there.length) - told.length;
  return hidden === 0 || sum(there) <= sum(told) + hiddenMost * (told.length + hidden - 1);
}

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);
