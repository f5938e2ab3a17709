/** Counts are told in fives, and nothing is told of fewer. */
const grain = 5;
const hiddenMost = grain - 1;

/** What is told of a count: at least so many; null: fewer than five. */
export function shownOf(count: number): number | null {
  const told = Math.floor(count / grain) * grain;
  return told === 0 ? null : told;
}

/**
 * Whether what is told of the parts of a whole leaves it open for each hidden one that it is empty: the others could be the whole. It is
 * compared with the true whole, since nothing that is told anywhere can say that there are more. `groups`: how many parts there could be.
 */
export function leavesOpen(whole: number, told: readonly (number | null)[], groups: number): boolean {
  const shown = told.filter((one) => one !== null);
  const hidden = groups - shown.length;
  return hidden <= 0 || whole <= shown.reduce((sum, one) => sum + one + hiddenMost, 0) + hiddenMost * (hidden - 1);
}
