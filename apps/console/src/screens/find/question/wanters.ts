import { isMinor, type Party } from '../../../app/party/carers.js';
import type { Someone } from '../../../app/party/party.js';

const placesOf = (party: Party, test: (one: Someone) => boolean): number[] => party.flatMap((one, place) => (test(one) ? [place] : []));

/** The members that a need is for: the chosen ones, else the first member; for child protection the children. A bed is for all of them. */
export function wantersOf(party: Party, category: string): number[] {
  const named = placesOf(party, ({ needs }) => needs?.includes(category) ?? false);
  if (named.length > 0) return named;
  const children = category === 'CHILD_PROTECTION' ? placesOf(party, isMinor) : [];
  return children.length > 0 ? children : [0];
}

/** Adds or removes a member of a need; at least one member always remains. */
export function withWanter(party: Party, category: string, place: number, isFor: boolean): Someone[] {
  const wanters = new Set(wantersOf(party, category));
  if (isFor) wanters.add(place);
  else wanters.delete(place);
  if (wanters.size === 0) return [...party];
  return party.map((one, at) => ({
    ...one,
    needs: [...(one.needs ?? []).filter((need) => need !== category), ...(wanters.has(at) ? [category] : [])],
  }));
}
