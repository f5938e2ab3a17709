import type { HoldView } from '@haven/contracts';
import {
  admits,
  askAbout,
  notAdmitted,
  overall,
  personOf,
  placeParty,
  reason,
  type AdmissionPart,
  type Person,
  type PlacingPool,
  type Reason,
} from '@haven/kernel';
import type { PartyMember } from './hold-request.js';

/** Which beds a party takes, and the pool of each member; `asks`: what to ask or to know before, such as a child who would sleep apart. */
export interface BedsTaken {
  readonly kind: 'TAKEN';
  readonly beds: HoldView['beds'];
  readonly pools: readonly string[];
  readonly asks: readonly Reason[];
}

/** How many beds a party takes. */
export const bedsOf = ({ beds }: BedsTaken): number => beds.reduce((sum, taken) => sum + taken.beds, 0);

/** Why nobody of the party gets a bed: a hold is for all of them or for none. */
export type NoBeds = { readonly kind: 'NO_ROOM' } | { readonly kind: 'NOT_ADMITTED'; readonly reasons: readonly Reason[] };

/**
 * Finds beds for the whole party at once among the pools of one service, each person in a pool whose own rule admits them; not more than
 * `most`, where so many do for all.
 */
export function placeHold(
  members: readonly PartyMember[],
  pools: readonly PlacingPool[],
  beds?: number | null,
  most?: number,
): BedsTaken | NoBeds {
  const party = members.map(({ gender, age, carer }) => personOf(gender, age ?? null, carer ?? null));
  const placed = placeParty(party, pools, beds ?? party.length, most);
  switch (placed.kind) {
    case 'PLACED':
      return { kind: 'TAKEN', beds: [...placed.beds], pools: placed.pools, asks: placed.apart.map(apart) };
    case 'ASK':
      return {
        kind: 'TAKEN',
        beds: [...placed.beds],
        pools: placed.pools,
        asks: [...placed.apart.map(apart), ...placed.open.map(({ part, silent }) => askAbout(part, silent!))],
      };
    case 'NO_ROOM':
      return { kind: 'NO_ROOM' };
    case 'NOT_ADMITTED':
      return pools.length === 0 ? { kind: 'NO_ROOM' } : { kind: 'NOT_ADMITTED', reasons: whyNot(party, pools) };
  }
}

const apart = (member: number): Reason => reason('CHILD_APART', { member });

/** The parts of the rules that shut somebody out of every pool; when each pool has another, the rooms as a whole. */
function whyNot(party: readonly Person[], pools: readonly PlacingPool[]): Reason[] {
  const parts = new Set<AdmissionPart>();
  for (const person of party) {
    const verdicts = pools.map(({ admits: rule }) => admits(rule, person, party));
    if (verdicts.some((verdict) => overall(verdict) !== 'FAILS')) continue;
    for (const { part } of verdicts[0]!.filter(({ verdict }) => verdict === 'FAILS'))
      if (verdicts.every((verdict) => verdict.some((other) => other.part === part && other.verdict === 'FAILS'))) parts.add(part);
  }
  return parts.size > 0 ? [...parts].map(notAdmitted) : [reason('NOT_ADMITTED_TO_BEDS')];
}
