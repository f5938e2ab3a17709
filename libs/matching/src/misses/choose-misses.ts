import type { Reason } from '@haven/kernel';
import { kindOf, rankOf, type Remedy } from '../ranking/remedies.js';

/** The number of near misses in a report. */
export const nearMissesMax = 3;

/** The facts that decide between near misses sorted by distance. */
export interface Fixable {
  readonly failed: Reason;
  readonly remedy: Remedy;
  /** Those whom it does not take. */
  readonly members: readonly number[];
}

/** Those that can be fixed soonest; different kinds before more of one, of each that which shuts out the fewest people, then the nearest. */
export function chooseMisses<T extends Fixable>(nearestFirst: readonly T[]): T[] {
  const sorted = [...nearestFirst].sort((a, b) => rankOf(a.remedy) - rankOf(b.remedy) || peopleOf(a) - peopleOf(b));
  const different = sorted.reduce<T[]>((chosen, one) => (chosen.some((other) => isAlike(one, other)) ? chosen : [...chosen, one]), []);
  const rest = sorted.filter((one) => !different.includes(one));
  const chosen = [...different, ...rest].slice(0, nearMissesMax);
  return sorted.filter((one) => chosen.includes(one));
}

/** What is about nobody of them is no worse than what is about one. */
const peopleOf = ({ members }: Fixable): number => Math.max(1, members.length);

const isAlike = (a: Fixable, b: Fixable): boolean => a.remedy === b.remedy || kindOf(a.failed.code) === kindOf(b.failed.code);
