import { adultAge } from '@haven/kernel';
import type { Person } from '@haven/kernel';
import { judge, type Judge } from '../judging/judge.js';
import type { Judged } from '../judging/judge-site.js';
import { once } from '../once.js';
import { askedForPart, partyOf } from '../splits/parts.js';
import type { MatchRequest, Need, Party } from '../request/request.js';

/** Whether a place would be a match for the others, if one of the party goes elsewhere alone. */
export type FitsWithout = (judged: Judged, member: number) => boolean;

/** {@link FitsWithout}, if the separated member finds another place among those that were judged. */
export function fitsApart(request: MatchRequest, need: Need, judged: readonly Judged[]): FitsWithout {
  const without = fitsWithout(request, need);
  const elsewhere = once((member: number): ReadonlySet<string> => {
    const alone = askedForPart(request, need, [member]);
    const judgeAlone = judge(alone.request, alone.need);
    const fitting = judged.filter(({ site: { provider, ...spot } }) => judgeAlone(provider, [spot])[0]!.failed.length === 0);
    return new Set(fitting.map(({ site }) => site.serviceId));
  });
  return (one, member) => without(one, member) && [...elsewhere(member)].some((id) => id !== one.site.serviceId);
}

/** {@link FitsWithout}; a child stays with its carer, or with everybody if no carer is named. */
export function fitsWithout(request: MatchRequest, need: Need): FitsWithout {
  const judgeWithout = once((member: number): Judge | null => {
    const party = partyWithout(request.party, member);
    return party && need.beds !== null ? judge({ ...request, party }, { ...need, beds: Math.max(1, need.beds - 1) }) : null;
  });
  return ({ site: { provider, ...spot } }, member) => judgeWithout(member)?.(provider, [spot])[0]!.failed.length === 0;
}

/** The others with their carers; null if they cannot be separated. */
export function partyWithout(party: Party, member: number): Party | null {
  const parted = party[member]!;
  const others = [...party.keys()].filter((place) => place !== member);
  const isBound = parted.carer !== null || isChild(parted) || others.some((place) => party[place]!.carer === member);
  // A child without a known carer may be in this member's care. And this member may care for the others.
  const leavesChildren = others.some((place) => isChild(party[place]!) && party[place]!.carer === null);
  if (isBound || leavesChildren) return null;
  const [first, ...rest] = partyOf(party, others);
  return first ? [first, ...rest] : null;
}

const isChild = ({ age }: Person): boolean => age === null || age < adultAge;
