import { canonicalJson, childrenWithoutCarer } from '@haven/kernel';
import type { MatchRequest, Member, Need, Party } from '../request/request.js';

/** The most different parts that are tried. */
export const partsMost = 64;

/** Indexes of people who stay together: a person with a carer stays with the carer. */
type Unit = readonly number[];

/** The units of a party, grouped by kind: units of one kind are alike in everything. The client is in the first unit of the first kind. */
export type Kinds = readonly (readonly Unit[])[];

/** How many units of each kind a part takes. */
export type Part = readonly number[];

/** Null if nobody can be separated: all depend on one another, or a child has no known carer and stays with everybody. */
export function kindsOf(party: Party): Kinds | null {
  const units = unitsOf(party);
  if (units.length < 2 || childrenWithoutCarer(party).length > 0) return null;
  const kinds = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = canonicalJson(partyOf(party, unit));
    kinds.set(key, [...(kinds.get(key) ?? []), unit]);
  }
  return [...kinds.values()];
}

function unitsOf(party: Party): Unit[] {
  const headOf = (place: number): number => {
    const { carer } = party[place]!;
    return carer === null ? place : headOf(carer);
  };
  const units = new Map<number, number[]>();
  party.forEach((_, place) => units.set(headOf(place), [...(units.get(headOf(place)) ?? []), place]));
  return [...units.values()];
}

/** These members as a party of their own; the carer of each must be one of them. */
export const partyOf = (party: Party, members: readonly number[]): Member[] =>
  members.map((place) => {
    const { carer, ...person } = party[place]!;
    return { ...person, carer: carer === null ? null : members.indexOf(carer) };
  });

/** Every part except nobody and everybody. If there are too many, whole kinds only, and all but the first kinds together. */
export function partsOf(kinds: Kinds): Part[] {
  const sizes = kinds.map(({ length }) => length);
  const ways = sizes.reduce((count, size) => count * (size + 1), 1);
  const together = Math.floor(Math.log2(partsMost)) - 1;
  const all = ways <= partsMost + 2 ? countsUpTo(sizes) : wholeKinds(sizes, together);
  return all.filter((part) => part.some((count) => count > 0) && part.some((count, kind) => count < sizes[kind]!));
}

const countsUpTo = (sizes: readonly number[]): Part[] =>
  sizes.reduce<Part[]>((parts, size) => parts.flatMap((part) => Array.from({ length: size + 1 }, (_, count) => [...part, count])), [[]]);

/** All kinds from index `together` on stay together. */
const wholeKinds = (sizes: readonly number[], together: number): Part[] =>
  countsUpTo(sizes.slice(0, together + 1).map(() => 1)).map((choice) =>
    sizes.map((size, kind) => size * choice[Math.min(kind, choice.length - 1)]!),
  );

/** The members of each part, in order. */
export function membersOf(kinds: Kinds, parts: readonly Part[]): number[][] {
  const taken = kinds.map(() => 0);
  return parts.map((part) =>
    part.flatMap((count, kind) => {
      const units = kinds[kind]!.slice(taken[kind], taken[kind]! + count);
      taken[kind]! += count;
      return units.flat();
    }),
  );
}

/** The request for a part: its first member speaks for all, or the client if they are in it. Spare beds go with the client. */
export function askedForPart(request: MatchRequest, need: Need, members: readonly number[]): { request: MatchRequest; need: Need } {
  const party = partyOf(request.party, members) as [Member, ...Member[]];
  const extra = (need.beds ?? request.party.length) - request.party.length;
  const beds = Math.max(1, members.length + (members.includes(0) ? extra : Math.min(0, extra)));
  return { request: { ...request, party, languages: party[0].languages ?? request.languages }, need: { ...need, beds } };
}
