import type { BedPoolView } from '@haven/events';
import { reason, type AdmissionRule, type Reason } from '@haven/kernel';
import type { GroupParty } from '../groups/plan-group.js';
import { bedsAllowed, intakeRefusal, type Intake } from '../placing/intake.js';
import { bedsOf, placeHold } from '../placing/place-hold.js';
import { roomsUnder } from '../placing/rooms.js';

/**
 * The beds of a shelter by pool, under the rule of its service. `leaving`: those whose time is over, which go as soon as they are free. `given`: the pools of which
 * staff have said how many beds there are.
 */
export interface AllBeds {
  readonly rule: AdmissionRule;
  readonly pools: readonly BedPoolView[];
  readonly leaving: ReadonlyMap<string, number>;
  readonly given: ReadonlySet<string>;
}

/**
 * Why no bed that becomes free could ever be offered to a party, as the shelter's rules and beds are: they would wait for
 * nothing. Null where it only is full, or beyond the limit, for now.
 */
export function neverOffered({ party, beds }: GroupParty, intake: Intake, all: AllBeds): readonly Reason[] | null {
  const needed = beds ?? party.length;
  const refusal = intakeRefusal(intake, 0, needed);
  if (refusal) return [refusal];
  // Neither a shelter without a pool nor one without a bed on record says that there are none.
  if (all.pools.length === 0) return null;
  const placed = placeHold(party, roomsUnder(all.rule, emptied(all, Math.max(needed, party.length))), beds, bedsAllowed(intake, 0));
  if (placed.kind === 'NOT_ADMITTED') return placed.reasons;
  if (placed.kind === 'NO_ROOM') return [reason('TOO_FEW_BEDS', { beds: bedsIn(all), needed })];
  // Who asks for fewer beds than they can share takes more.
  const beyond = intakeRefusal(intake, 0, bedsOf(placed));
  return beyond && [beyond];
}

/** Of how many beds there are, what a directory says is free tells nothing, nor does no bed on record: there may be `enough`. */
const emptied = (all: AllBeds, enough: number): BedPoolView[] =>
  all.pools.map((pool) => {
    const known = all.given.has(pool.id) ? lasting(pool, all) : 0;
    return { ...pool, free: known > 0 ? known : enough };
  });

const lasting = ({ id, total }: BedPoolView, { leaving }: AllBeds): number => Math.max(0, total - (leaving.get(id) ?? 0));

const bedsIn = (all: AllBeds): number => all.pools.reduce((sum, pool) => sum + lasting(pool, all), 0);
