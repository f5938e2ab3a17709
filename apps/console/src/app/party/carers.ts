import type { Someone } from './party.js';

/** People who stay together. Each is known by their place in it, since two may be the same. */
export type Party = readonly Someone[];

const adultFrom = 18;
/** Younger ones are rarely asked whether they care for somebody; they can still be chosen. */
const askedFrom = 12;

/** Under 18, or perhaps. */
export const isMinor = ({ age, mayBeMinor }: Someone): boolean => (age === null ? mayBeMinor : age < adultFrom);

/** Whether a member is in somebody's care, or in the care of somebody who is. */
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

/** Who could care for somebody: everybody else, but for those in their own care. */
export const couldCareFor = (party: Party, child: number): number[] =>
  placesOf(party, (_, place) => place !== child && !isInCareOf(party, place, child));

/** Of them those whom one would ask first. */
export function likelyCarersOf(party: Party, child: number): number[] {
  const all = couldCareFor(party, child);
  const likely = all.filter((place) => (party[place]!.age ?? askedFrom) >= askedFrom);
  return likely.length > 0 ? likely : all;
}

/** The children of whom nobody has said who cares for them, though somebody could. */
export const childrenWithoutCarer = (party: Party): number[] =>
  placesOf(party, (one, place) => isMinor(one) && one.carer === undefined && couldCareFor(party, place).length > 0);

/** With somebody who cares for these children; null: nobody is said to. */
export const withCarer = (party: Party, children: readonly number[], carer: number | null): Someone[] =>
  party.map((one, place) => (children.includes(place) ? caredFor(one, carer) : one));

function caredFor({ carer: _, ...one }: Someone, carer: number | null): Someone {
  return carer === null ? one : { ...one, carer };
}

/** Those at these places, in this order, as a party of their own: whose carer is not among them has none. */
export const onlyThose = (party: Party, places: readonly number[]): Someone[] =>
  places.flatMap((place) => {
    const one = party[place];
    if (!one) return [];
    const carer = one.carer === undefined ? -1 : places.indexOf(one.carer);
    return [caredFor(one, carer === -1 ? null : carer)];
  });

/** Without the one at this place. */
export const without = (party: Party, place: number): Someone[] =>
  onlyThose(
    party,
    placesOf(party, (_, one) => one !== place),
  );
