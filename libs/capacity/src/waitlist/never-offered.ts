import type { BedPoolView } from '@haven/events';
import { reason, type AdmissionRule, type Reason } from '@haven/kernel';
import type { GroupParty } from '../groups/plan-group.js';
import { bedsAllowed, intakeRefusal, type Intake } from '../placing/intake.js';
import { bedsOf, placeHold, refusedByHouse } from '../placing/place-hold.js';
import { roomsUnder } from '../placing/rooms.js';

/**
 * The beds of a shelter by pool, under the rule of its service. `leaving`: beds of ended surges, which go as soon as they are free.
 * `given`: pools for which staff have said how many beds there are.
 */
export interface AllBeds {
  readonly rule: AdmissionRule;
  readonly pools: readonly BedPoolView[];
  readonly leaving: ReadonlyMap<string, number>;
  readonly given: ReadonlySet<string>;
}

/**
 * Why no free bed could ever be offered to a party, under the current rules and beds: the party would wait for nothing. Null if the shelter
 * is only full, or the organization only at its limit, for now.
 */
export function neverOffered({ party, beds }: GroupParty, intake: Intake, all: AllBeds): readonly Reason[] | null {
  const needed = beds ?? party.length;
  const refusal = intakeRefusal(intake, 0, needed);
  if (refusal) return [refusal];
  // A shelter without a pool, or without a bed on record, may still have beds.
  if (all.pools.length === 0) return refusedByHouse(party, all.rule);
  const placed = placeHold(party, roomsUnder(all.rule, emptied(all, Math.max(needed, party.length))), beds, bedsAllowed(intake, 0));
  if (placed.kind === 'NOT_ADMITTED') return placed.reasons;
  if (placed.kind === 'NO_ROOM') return [reason('TOO_FEW_BEDS', { beds: bedsIn(all), needed })];
  // A party that asks for fewer beds than it can share takes more.
  const beyond = intakeRefusal(intake, 0, bedsOf(placed));
  return beyond && [beyond];
}

/** Free beds in a directory do not say how many beds there are; neither does a pool without beds on record. So there may be `enough`. */
const emptied = (all: AllBeds, enough: number): BedPoolView[] =>
  all.pools.map((pool) => {
    const known = all.given.has(pool.id) ? lasting(pool, all) : 0;
    return { ...pool, free: known > 0 ? known : enough };
  });

const lasting = ({ id, total }: BedPoolView, { leaving }: AllBeds): number => Math.max(0, total - (leaving.get(id) ?? 0));

const bedsIn = (all: AllBeds): number => all.pools.reduce((sum, pool) => sum + lasting(pool, all), 0);
