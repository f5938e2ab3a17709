import type { AdmissionRule, EffectiveRule } from './admission.js';
import { admits, overall } from './admits.js';
import type { Person, PartVerdict, Verdict } from './admits.js';
import { seat } from './place-party-seats.js';
import type { Edges } from './place-party-seats.js';

/** Beds that the party could sleep in. A part that is null is not said: whoever it could shut out is asked about. */
export interface PlacingPool {
  readonly id: string;
  readonly admits: AdmissionRule | EffectiveRule;
  readonly free: number;
}

/** Beds to take, all or nothing, and the pool of each member in the order of the party. */
export interface Placed {
  readonly kind: 'PLACED';
  readonly beds: readonly { readonly poolId: string; readonly beds: number }[];
  readonly pools: readonly string[];
}

/** Possible only if what is unknown holds; `open` are those questions. */
export interface PlacedIf extends Omit<Placed, 'kind'> {
  readonly kind: 'ASK';
  readonly open: readonly PartVerdict[];
}

/** NOT_ADMITTED: for somebody no pool has a rule that could admit them. NO_ROOM: the rules would do, the free beds do not. */
export type Placement = Placed | PlacedIf | { readonly kind: 'NOT_ADMITTED' } | { readonly kind: 'NO_ROOM' };

const edgesWhere = (verdicts: readonly (readonly Verdict[])[], allowed: readonly Verdict[]): Edges =>
  verdicts.map((row) => row.flatMap((verdict, pool) => (allowed.includes(verdict) ? [pool] : [])));

/**
 * Who sleeps where: each person in a pool whose own rule admits them, all at once. An assignment, not a sum: two free women's beds
 * do not take a couple. `beds` above the size of the party takes spare beds of any pool; below it, at least `beds` members have a
 * bed of their own and every other shares one in a pool that admits both. Where no such sharing can place everyone, more beds than
 * `beds` are taken, as few as can: nobody is turned away for having asked for too few.
 */
export function placeParty(party: readonly Person[], pools: readonly PlacingPool[], beds = party.length): Placement {
  const judged = party.map((person) => pools.map((pool) => admits(pool.admits, person, party)));
  const verdicts = judged.map((row) => row.map(overall));
  const capacity = pools.map((pool) => Math.max(0, pool.free));
  const answer = (seats: { poolOf: number[]; counts: number[] }) => ({
    beds: pools.map((pool, i) => ({ poolId: pool.id, beds: seats.counts[i]! })).filter((taken) => taken.beds > 0),
    pools: seats.poolOf.map((pool) => pools[pool]!.id),
  });
  const sure = seat(edgesWhere(verdicts, ['FITS']), capacity, beds);
  if (sure) return { kind: 'PLACED', ...answer(sure) };
  const possible = edgesWhere(verdicts, ['UNKNOWN', 'FITS']);
  const maybe = seat(
    possible.map((row, m) => [...row].sort((a, b) => Number(verdicts[m]![a] !== 'FITS') - Number(verdicts[m]![b] !== 'FITS'))),
    capacity,
    beds,
  );
  if (maybe) return { kind: 'ASK', ...answer(maybe), open: openQuestions(judged, maybe.poolOf) };
  return { kind: possible.some((row) => row.length === 0) ? 'NOT_ADMITTED' : 'NO_ROOM' };
}

function openQuestions(judged: readonly (readonly PartVerdict[][])[], poolOf: readonly number[]): PartVerdict[] {
  const open = poolOf.flatMap((pool, member) => judged[member]![pool]!.filter((v) => v.verdict === 'UNKNOWN'));
  return open.filter((v, i) => open.findIndex((other) => other.part === v.part && other.silent === v.silent) === i);
}
