import { err, invalidInput, ok, type FieldProblem, type InvalidInput, type Result } from '@haven/kernel';

/** Most beds of one pool; a larger number is a slip of the keyboard. */
export const mostBeds = 100_000;

/** Most pools that people define at one service. Pools are interchangeable beds under one rule: more rooms of one rule are one pool. */
export const mostPools = 50;

/** Where the beds of a pool are. Every part is a whole number of at least 0, and so is what is left: the free ones. */
export interface BedCounts {
  readonly total: number;
  readonly occupied: number;
  readonly held: number;
  readonly outOfService: number;
}

/** What a person sees in the room. A count that is left out stays; held beds are nobody's to count. */
export interface CountsSeen {
  readonly total?: number | null;
  readonly occupied?: number | null;
  readonly outOfService?: number | null;
}

/** Beds that a person can have now. */
export const freeBeds = ({ total, occupied, held, outOfService }: BedCounts): number => total - occupied - held - outOfService;

/** The counts after somebody looked, or what is wrong with what they say. */
export function recount(current: BedCounts, seen: CountsSeen): Result<BedCounts, InvalidInput> {
  const next = {
    total: seen.total ?? current.total,
    occupied: seen.occupied ?? current.occupied,
    held: current.held,
    outOfService: seen.outOfService ?? current.outOfService,
  };
  const problems = [...rangeProblems(seen), ...fitProblems(next)];
  return problems.length === 0 ? ok(next) : err(invalidInput(...problems));
}

/** What can be said of the counts without knowing the pool. */
export function rangeProblems(seen: CountsSeen): FieldProblem[] {
  const fields = ['total', 'occupied', 'outOfService'] as const;
  return fields.filter((field) => !isCount(seen[field])).map((path) => ({ path, message: `Give a whole number from 0 to ${mostBeds}.` }));
}

const isCount = (value: number | null | undefined): boolean =>
  value === null || value === undefined || (Number.isInteger(value) && value >= 0 && value <= mostBeds);

/** Names the total when one part alone is larger, or else whatever could be lowered to make it fit. */
export function fitProblems(counts: BedCounts): FieldProblem[] {
  const { total, occupied, held, outOfService } = counts;
  if (freeBeds(counts) >= 0) return [];
  const message = `The pool has ${total} beds, but ${occupied} occupied, ${held} held and ${outOfService} out of service make ${occupied + held + outOfService}: raise total, lower occupied or outOfService, or end a hold.`;
  return [{ path: 'total', message }];
}
