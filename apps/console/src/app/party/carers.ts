import type { Someone } from './party.js';

/** People who stay together. The index identifies a member, since two members may have the same details. */
export type Party = readonly Someone[];

const adultFrom = 18;
/** The form rarely suggests younger members as carers; they can still be chosen. */
const askedFrom = 12;

/** Under 18, or possibly under 18. */
export const isMinor = ({ age, mayBeMinor }: Someone): boolean => (age === null ? mayBeMinor : age < adultFrom);

/** Whether a member is in somebody's care, directly or through other members. */
function isInCareOf(party: Party, member: number, carer: number): boolean {
  let next = party[member]?.carer;
  for (let steps = 0; next !== undefined && steps < party.length; steps += 1) {
    if (next === carer) return true;
    next = party[next]?.carer;
  }
  return false;
}

const placesOf = (party: Party, test: (one: Someone, place: number) => boolean): number[] =>
  party.flatMap((one, place) => (test(one, place) ? [place] : []));

/** The possible carers of a member: everybody else, except the members in their own care. */
export const couldCareFor = (party: Party, child: number): number[] =>
  placesOf(party, (_, place) => place !== child && !isInCareOf(party, place, child));

/** The possible carers to suggest first. */
export function likelyCarersOf(party: Party, child: number): number[] {
  const all = couldCareFor(party, child);
  const likely = all.filter((place) => (party[place]!.age ?? askedFrom) >= askedFrom);
  return likely.length > 0 ? likely : all;
}

/** The children without a named carer, though somebody could care for them. */
export const childrenWithoutCarer = (party: Party): number[] =>
  placesOf(party, (one, place) => isMinor(one) && one.carer === undefined && couldCareFor(party, place).length > 0);

/** Sets the carer of these children; null: none. */
export const withCarer = (party: Party, children: readonly number[], carer: number | null): Someone[] =>
  party.map((one, place) => (children.includes(place) ? caredFor(one, carer) : one));

function caredFor({ carer: _, ...one }: Someone, carer: number | null): Someone {
  return carer === null ? one : { ...one, carer };
}

/** The members at these indexes, in this order, as a separate party; a member whose carer is not among them has none. */
export const onlyThose = (party: Party, places: readonly number[]): Someone[] =>
  places.flatMap((place) => {
    const one = party[place];
    if (!one) return [];
    const carer = one.carer === undefined ? -1 : places.indexOf(one.carer);
    return [caredFor(one, carer === -1 ? null : carer)];
  });

/** The party without the member at this index. */
export const without = (party: Party, place: number): Someone[] =>
  onlyThose(
    party,
    placesOf(party, (_, one) => one !== place),
  );
