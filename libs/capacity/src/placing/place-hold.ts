import type { HoldView } from '@haven/events';
import {
  admitting,
  adultAge,
  askAbout,
  askCarers,
  judgePartyInSteps,
  needingGuardian,
  notAdmitted,
  overall,
  personOf,
  placeJudgedInSteps,
  placeParty,
  reason,
  whichMember,
  type AdmissionPart,
  type AdmissionRule,
  type Budget,
  type JudgedParty,
  type PartVerdict,
  type Person,
  type Placed,
  type Placement,
  type PlacingPool,
  type Reason,
} from '@haven/kernel';
import { askedBeside } from './asked-beside.js';
import type { PartyMember } from './hold-request.js';

/** The beds that a party takes, and the pool of each member. `asks`: what to ask or know before, such as a child who would sleep apart. */
export interface BedsTaken {
  readonly kind: 'TAKEN';
  readonly beds: HoldView['beds'];
  readonly pools: readonly string[];
  readonly asks: readonly Reason[];
}

/** How many beds a party takes. */
export const bedsOf = ({ beds }: BedsTaken): number => beds.reduce((sum, taken) => sum + taken.beds, 0);

/** Why the party gets no beds. A hold is for all of them or for none. */
export type NoBeds = { readonly kind: 'NO_ROOM' } | { readonly kind: 'NOT_ADMITTED'; readonly reasons: readonly Reason[] };

/**
 * Finds beds for the whole party at once among the rooms of one service, each person in a room whose rule admits them. Takes at most `most`
 * beds, if that is enough for all.
 */
export function placeHold(
  members: readonly PartyMember[],
  rooms: readonly PlacingPool[],
  beds?: number | null,
  most?: number,
): BedsTaken | NoBeds {
  const party = peopleOf(members);
  return bedsFound(placeParty(party, rooms, beds ?? party.length, most), party, rooms);
}

/** Judges who may sleep where, once for every {@link placeJudgedHold} with any number of free beds. Yields on the way. */
export const judgeMembers = (members: readonly PartyMember[], rooms: readonly PlacingPool[], budget: Budget) =>
  judgePartyInSteps(peopleOf(members), rooms, budget);

/** {@link placeHold} for members already judged for the same rooms. `budget` is shared with other searches. Yields on the way. */
export function* placeJudgedHold(
  judged: JudgedParty,
  rooms: readonly PlacingPool[],
  beds: number | null | undefined,
  budget: Budget,
): Generator<void, BedsTaken | NoBeds> {
  const { party } = judged;
  return bedsFound(yield* placeJudgedInSteps(judged, rooms, beds ?? party.length, undefined, budget), party, rooms);
}

function bedsFound(placed: Placement, party: readonly Person[], rooms: readonly PlacingPool[]): BedsTaken | NoBeds {
  switch (placed.kind) {
    case 'PLACED':
      return { kind: 'TAKEN', beds: [...placed.beds], pools: placed.pools, asks: asksOf(party, placed, [], rooms) };
    case 'ASK':
      return {
        kind: 'TAKEN',
        beds: [...placed.beds],
        pools: placed.pools,
        asks: asksOf(party, placed, placed.open, rooms),
      };
    case 'NO_ROOM':
      return { kind: 'NO_ROOM' };
    case 'NOT_ADMITTED':
      return rooms.length === 0 ? { kind: 'NO_ROOM' } : { kind: 'NOT_ADMITTED', reasons: whyNot(party, rooms) };
  }
}

const peopleOf = (members: readonly PartyMember[]): Person[] =>
  members.map(({ gender, age, carer }) => personOf(gender, age ?? null, carer ?? null));

/** How the rules of their rooms judge a party now: whether they still admit each member, and what they leave open, each question once. */
export function judgedIn(members: readonly PartyMember[], roomOf: readonly string[], rooms: readonly PlacingPool[]) {
  const party = peopleOf(members);
  const each = party.map((person, index) => {
    const room = rooms.find(({ id }) => id === roomOf[index]);
    return room === undefined ? null : admitting(room.admits, party).partsOn(person);
  });
  const open = each.flatMap((parts) => parts ?? []).filter(({ verdict }) => verdict === 'UNKNOWN');
  const asks = new Map(open.map(({ part, silent }) => askAbout(part, silent!)).map((one) => [one.code, one]));
  return { isAdmitted: each.every((parts) => parts !== null && overall(parts) !== 'FAILS'), asks: [...asks.values()] };
}

/** Why the rule of a house refuses a party, whatever rooms it has; null if it may take them. */
export function refusedByHouse(members: readonly PartyMember[], admits: AdmissionRule): readonly Reason[] | null {
  const found = placeHold(members, [{ id: '', admits, free: members.length }]);
  return found.kind === 'NOT_ADMITTED' ? found.reasons : null;
}

const asksOf = (
  party: readonly Person[],
  { apart, pools }: Pick<Placed, 'apart' | 'pools'>,
  open: readonly PartVerdict[],
  rooms: readonly PlacingPool[],
): Reason[] => [
  ...apart.map((member) => reason('CHILD_APART', { member })),
  ...aboutChildren(party),
  ...open.map(({ part, silent }) => askAbout(part, silent!)),
  ...askedBeside(rooms.filter(({ id }) => pools.includes(id))),
];

/** A hold does not store that somebody may be a child. */
const aboutChildren = (party: readonly Person[]): Reason[] => [
  ...needingGuardian(party).map((member) => reason('INVOLVE_GUARDIAN', { age: adultAge, ...whichMember(party, member) })),
  ...askCarers(party),
];

/** The parts of the rules that keep somebody out of every room. If each room has a different one, the answer names the rooms as a whole. */
function whyNot(party: readonly Person[], rooms: readonly PlacingPool[]): Reason[] {
  const parts = new Set<AdmissionPart>();
  const judges = rooms.map(({ admits: rule }) => admitting(rule, party));
  for (const person of party) {
    const verdicts = judges.map((judge) => judge.partsOn(person));
    if (verdicts.some((verdict) => overall(verdict) !== 'FAILS')) continue;
    for (const { part } of verdicts[0]!.filter(({ verdict }) => verdict === 'FAILS'))
      if (verdicts.every((verdict) => verdict.some((other) => other.part === part && other.verdict === 'FAILS'))) parts.add(part);
  }
  return parts.size > 0 ? [...parts].map((part) => notAdmitted(part)) : [reason('NOT_ADMITTED_TO_BEDS')];
}
