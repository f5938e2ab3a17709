import type { BedPoolView } from '@haven/contracts';
import { reason, type Reason } from '@haven/kernel';
import type { HoldRequest } from './hold-request.js';
import { intakeRefusal, type Intake } from './intake.js';
import { bedsOf, placeHold } from './place-hold.js';

/** The beds of a shelter by pool. `leaving`: those whose time is over, which go as soon as they are free. */
export interface AllBeds {
  readonly pools: readonly BedPoolView[];
  readonly leaving: ReadonlyMap<string, number>;
}

/**
 * Why no bed that becomes free could ever be offered to a party, as the shelter's rules and beds are: they would wait for
 * nothing. Null where it only is full, or beyond the limit, for now.
 */
export function neverOffered(
  { party, beds }: Pick<HoldRequest, 'party' | 'beds'>,
  intake: Intake,
  { pools, leaving }: AllBeds,
): readonly Reason[] | null {
  const needed = beds ?? party.length;
  const refusal = intakeRefusal(intake, 0, needed);
  if (refusal) return [refusal];
  const emptied = pools.map((pool) => ({ ...pool, free: Math.max(0, pool.total - (leaving.get(pool.id) ?? 0)) }));
  const placed = placeHold(party, emptied, beds);
  if (placed.kind === 'NOT_ADMITTED') return placed.reasons;
  // No bed on record says nothing: a shelter without may well have room.
  if (bedsIn(pools, 'total') === 0) return null;
  if (placed.kind === 'NO_ROOM') return [reason('TOO_FEW_BEDS', { beds: bedsIn(emptied, 'free'), needed })];
  // Who asks for fewer beds than they can share takes more.
  const beyond = intakeRefusal(intake, 0, bedsOf(placed));
  return beyond && [beyond];
}

const bedsIn = (pools: readonly BedPoolView[], which: 'total' | 'free'): number => pools.reduce((sum, pool) => sum + pool[which], 0);
