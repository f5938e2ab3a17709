import { err, invalidInput, ok, type FieldProblem, type InvalidInput, type Result } from '@haven/kernel';

/** The most beds in one pool. A larger number is a typing error. */
export const mostBeds = 100_000;

/** The most pools that people may define for one service. Rooms with the same rule belong in one pool, so more are never needed. */
export const mostPools = 50;

/** How the beds of a pool are used. Every count is a whole number of at least 0; so is the number of free beds. */
export interface BedCounts {
  readonly total: number;
  readonly occupied: number;
  readonly held: number;
  readonly outOfService: number;
}

/** What a person sees in the room. Counts that are left out stay. Nobody counts held beds: Haven keeps that number. */
export interface CountsSeen {
  readonly total?: number | null;
  readonly occupied?: number | null;
  readonly outOfService?: number | null;
}

/** Beds that a party can get now. */
export const freeBeds = ({ total, occupied, held, outOfService }: BedCounts): number => total - occupied - held - outOfService;

/** The counts after somebody looked, or what is wrong with the new counts. */
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

/** Checks each count on its own, without the pool. */
export function rangeProblems(seen: CountsSeen): FieldProblem[] {
  const fields = ['total', 'occupied', 'outOfService'] as const;
  return fields.filter((field) => !isCount(seen[field])).map((path) => ({ path, message: `Give a whole number from 0 to ${mostBeds}.` }));
}

const isCount = (value: number | null | undefined): boolean =>
  value === null || value === undefined || (Number.isInteger(value) && value >= 0 && value <= mostBeds);

/** Names the total if one count alone exceeds it; otherwise names every count that could be lowered to fit. */
export function fitProblems(counts: BedCounts): FieldProblem[] {
  const { total, occupied, held, outOfService } = counts;
  if (freeBeds(counts) >= 0) return [];
  const message = `The pool has ${total} beds, but ${occupied} occupied, ${held} held and ${outOfService} out of service make ${occupied + held + outOfService}: raise total, lower occupied or outOfService, or end a hold.`;
  return [{ path: 'total', message }];
}
